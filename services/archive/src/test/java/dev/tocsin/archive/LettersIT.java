package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters from their channel to the list, and back onto the channel that they came from. */
@QuarkusTest
@WithTestResource(TestStack.class)
class LettersIT {
    private static final String FETCHED = Channel.ARTICLES_FETCHED.kafkaTopic("tocsin");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Broker broker;
    private final String key = "key-" + UUID.randomUUID();

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    /** A message as some stage would have got it, on the partition of its key. */
    private RecordMetadata message(byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(FETCHED, key.getBytes(UTF_8), value);
            record.headers()
                    .add("ce_id", "odd\n".getBytes(UTF_8))
                    .add("empty", null)
                    .add("ce_id", new byte[] {-1});
            return producer.send(record).get();
        }
    }

    private String letter(RecordMetadata at, byte[] value, String reason) {
        var letter =
                DeadLetter.of("language", at.topic(), at.partition(), at.offset(), key, value, reason, Instant.now());
        broker.send(Channel.DEAD_LETTERS, key, letter);
        return await().until(
                        () -> get("/dead-letters?limit=200").path("items.find { it.key == '" + key + "' }.id"),
                        id -> id != null);
    }

    private static Response post(String path, Map<String, Object> body) {
        return given().contentType("application/json").body(Json.write(body)).post("/dead-letters/" + path);
    }

    /** All messages with this test's key. */
    private List<ConsumerRecord<byte[], byte[]>> onTheChannel() {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(FETCHED).stream()
                    .map(p -> new TopicPartition(FETCHED, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> {
                    if (new String(r.key(), UTF_8).equals(key)) {
                        found.add(r);
                    }
                });
            }
        }
        return found;
    }

    @Test
    void putsAMessageBackExactlyAsItCame_once() throws Exception {
        var bytes = new byte[] {'{', -2, 0, 'x'};
        var at = message(bytes);
        var id = letter(at, bytes, "is not JSON");
        get("/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body(
                        "state",
                        equalTo("waiting"),
                        "encoding",
                        equalTo("base64"),
                        "channel",
                        equalTo("articles-fetched"));

        for (int i = 0; i < 3; i++) {
            post(id + "/replay", Map.of("by", "Dana"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("replayed"), "by", equalTo("Dana"));
        }

        var both = onTheChannel();
        assertThat(both).hasSize(2);
        var again = both.get(1);
        assertThat(again.value()).isEqualTo(bytes);
        assertThat(again.partition()).isEqualTo(at.partition());
        assertThat(again.headers()).isEqualTo(both.get(0).headers());
        post(id + "/discard", Map.of("by", "Dana", "why", "no")).then().statusCode(409);
    }

    @Test
    void sendsWhatTheLetterCarries_whenAnotherMessageStandsAtItsPlace() throws Exception {
        var at = message("another".getBytes(UTF_8));
        var id = letter(at, "{\"mine\": ".getBytes(UTF_8), "is not JSON");

        post(id + "/replay", Map.of("by", "Dana")).then().statusCode(200);

        assertThat(onTheChannel().getLast().value()).isEqualTo("{\"mine\": ".getBytes(UTF_8));
    }

    @Test
    void marksWhatIsDiscarded_withWhoAndWhy() throws Exception {
        var id = letter(message(new byte[] {1}), new byte[] {1}, "is not JSON");

        post(id + "/discard", Map.of("by", "Dana")).then().statusCode(400).body("detail", containsString("'why'"));
        post(id + "/discard", Map.of("why", "spam")).then().statusCode(400).body("detail", containsString("'by'"));
        for (int i = 0; i < 2; i++) {
            post(id + "/discard", Map.of("by", "Dana", "why", "spam"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("discarded"), "why", equalTo("spam"));
        }
        post(id + "/replay", Map.of("by", "Aigul")).then().statusCode(409).body("detail", containsString("Dana"));
        assertThat(onTheChannel()).hasSize(1);
    }

    @Test
    void keepsALetterOnce_whenItComesAgain_andWhatBecameOfIt() throws Exception {
        var at = message(new byte[] {1});
        var letter = DeadLetter.of(
                "language", at.topic(), at.partition(), at.offset(), key, new byte[] {1}, "odd", Instant.now());
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try (producer) {
            for (int i = 0; i < 2; i++) {
                var record = new ProducerRecord<>(
                        Channel.DEAD_LETTERS.kafkaTopic("tocsin"), key.getBytes(UTF_8), Json.write(letter));
                record.headers().add("ce_source", "/tocsin/language".getBytes(UTF_8));
                record.headers().add("ce_id", (letter.position() + ".1.dead-letters").getBytes(UTF_8));
                producer.send(record).get();
                var path = "items.findAll { it.key == '" + key + "' }";
                await().untilAsserted(
                                () -> get("/dead-letters?limit=200").then().body(path, hasSize(1)));
                String id = get("/dead-letters?limit=200").path(path + "[0].id");
                post(id + "/discard", Map.of("by", "Dana", "why", "spam"))
                        .then()
                        .statusCode(200);
            }
        }
        // another one behind it shows that the second was taken, too
        letter(message(new byte[] {2}), new byte[] {2}, "behind");
        get("/dead-letters?state=discarded&limit=200").then().body("items.key", hasItem(key));
    }

    @Test
    void doesTheSameWithAllOfOneCause() throws Exception {
        var cause = "cause " + UUID.randomUUID().toString().replaceAll("\\d", "x");
        for (int i = 0; i < 3; i++) {
            var at = message(new byte[] {(byte) i});
            broker.send(
                    Channel.DEAD_LETTERS,
                    key,
                    DeadLetter.of(
                            "language",
                            at.topic(),
                            at.partition(),
                            at.offset(),
                            key,
                            new byte[] {(byte) i},
                            cause + " " + i,
                            Instant.now()));
        }
        var kind = cause + " #";
        await().untilAsserted(() ->
                get("/dead-letters/kinds").then().body("items.find { it.kind == '" + kind + "' }.count", equalTo(3)));

        post("actions", Map.of("action", "replay", "kind", kind, "service", "language", "by", "Dana"))
                .then()
                .statusCode(200)
                .body("done", equalTo(3), "refused", hasSize(0), "remaining", equalTo(false));

        assertThat(onTheChannel()).hasSize(6);
        given().queryParam("kind", kind)
                .get("/dead-letters")
                .then()
                .body("items.state", equalTo(List.of("replayed", "replayed", "replayed")));
        post("actions", Map.of("action", "replay", "by", "Dana")).then().statusCode(400);
        post("actions", Map.of("action", "burn", "kind", kind, "by", "Dana"))
                .then()
                .statusCode(400);
    }

    @Test
    void keepsWhatIsNoDeadLetter_andSendsNoLetterAboutIt() {
        broker.sendBytes(Channel.DEAD_LETTERS, key, "<b>no letter</b>".getBytes(UTF_8));
        broker.sendBytes(Channel.DEAD_LETTERS, key, null);

        var path = "items.findAll { it.key == '" + key + "' }";
        await().untilAsserted(() -> get("/dead-letters?limit=200")
                .then()
                .body(path, hasSize(2))
                .body(path + ".replayable", equalTo(List.of(false, false)))
                .body(path + ".reason", hasItem(containsString("is no dead letter"))));
    }

    @Test
    void tellsThePace_ofWhatCameOverTheChannels() {
        broker.send(
                Channel.ARTICLES_CLASSIFIED,
                key,
                Samples.article(key, 1, Instant.now(), "en", "pace", "Title", "Text"));

        await().untilAsserted(() -> get("/status/pace?minutes=60")
                .then()
                .statusCode(200)
                .body("throughput.find { it.channel == 'articles-classified' }.counts.sum() >= 1", equalTo(true))
                .body("stages.find { it.to == 'archived' }.count >= 1", equalTo(true)));
        get("/status/pace?minutes=61").then().statusCode(400);
    }
}
