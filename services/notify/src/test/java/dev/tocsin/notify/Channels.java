package dev.tocsin.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as the services before and after notify see it: writes alerts, reads dead letters. */
final class Channels implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> deadLetters;
    private final List<DeadLetter> read = new ArrayList<>();

    Channels(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        deadLetters = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        deadLetters.assign(List.of(new TopicPartition(Channel.DEAD_LETTERS.kafkaTopic("tocsin"), 0)));
    }

    void send(Alert alert) throws Exception {
        send(
                alert.story(),
                Json.write(alert),
                CloudEvent.of(
                                Channel.ALERTS,
                                "alerts",
                                alert.story(),
                                alert.revision(),
                                alert.times().alerted(),
                                TraceParent.start())
                        .headers());
    }

    void send(String key, byte[] value, Map<String, String> headers) throws Exception {
        var message = new ProducerRecord<>(Channel.ALERTS.kafkaTopic("tocsin"), key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        producer.send(message).get();
    }

    /** All dead letters so far. */
    List<DeadLetter> deadLetters() throws UnreadableMessageException {
        for (var message : deadLetters.poll(Duration.ofMillis(100))) {
            read.add(Json.read(message.value(), DeadLetter.class));
        }
        return read;
    }

    static Alert alert(String story, int revision, String topic, Duration age) {
        var at = Instant.now().minus(age).truncatedTo(ChronoUnit.MILLIS);
        return new Alert(
                story,
                topic,
                revision,
                revision == 1 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                Alert.Status.Actual,
                Alert.Urgency.Unknown,
                Alert.Severity.Unknown,
                Alert.Certainty.Unknown,
                "Corteo a Valdoro 🌉",
                "it",
                List.of(),
                List.of(),
                1,
                1,
                List.of("it"),
                null,
                new Alert.Times(null, at, at, at),
                List.of());
    }

    static Alert alert(String story, int revision, String topic) {
        return alert(story, revision, topic, Duration.ZERO);
    }

    @Override
    public void close() {
        producer.close();
        deadLetters.close();
    }
}
