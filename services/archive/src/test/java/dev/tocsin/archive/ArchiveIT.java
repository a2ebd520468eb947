package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the channels to the API, on a real broker and the embedded store. */
@QuarkusTest
@WithTestResource(TestStack.class)
class ArchiveIT {
    private static final Instant AT = Samples.AT;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void answersWithWhatCameOverTheChannels() throws Exception {
        var article = Samples.article("way1", 1, AT, "it", "way", "Proteste ad Almaty", "Il testo");
        broker.send(Channel.ALERTS, "ways", Samples.alert("ways", 1, "way", AT));
        broker.send(Channel.STORIES, "ways", Samples.story("ways", 1, AT, Story.State.OPEN, "way1"));
        broker.send(Channel.VERDICTS, "ways", Samples.verdict("wayv", "ways", Verdict.Kind.RELEVANT, AT));
        broker.send(Channel.TOPICS, "way", Samples.topic("way", 4, "The way"));
        broker.send(Channel.ARTICLES_CLASSIFIED, "way1", article);

        await().untilAsserted(() -> get("/articles/way1").then().statusCode(200));
        assertThat(Json.read(get("/articles/way1").asByteArray(), ClassifiedArticle.class))
                .isEqualTo(article);
        get("/articles/way1").then().body("eventTime", equalTo(AT.toString()), "text", equalTo("Il testo"));
        await().untilAsserted(() -> get("/articles?story=ways&q=almaty")
                .then()
                .body("items", hasSize(1), "nextCursor", nullValue())
                .body("items[0].id", equalTo("way1"), "items[0].excerpt", equalTo("Il testo"))
                .body("items[0]", not(hasKey("text"))));
        await().untilAsserted(() -> get("/stories/ways").then().body("state", equalTo("open")));
        get("/stories?state=open").then().body("items.id", org.hamcrest.Matchers.hasItem("ways"));
        await().untilAsserted(() -> get("/alerts?topic=way&status=relevant")
                .then()
                .body("items", hasSize(1))
                .body("items[0].story", equalTo("ways"), "items[0].status", equalTo("Actual"))
                .body("items[0].verdict.id", equalTo("wayv"), "items[0].firstAlerted", equalTo(AT.toString())));
        get("/alerts/ways").then().body("revisions", hasSize(1), "verdicts", hasSize(1), "revision", equalTo(1));
        await().untilAsserted(() -> get("/topics/way").then().body("version", equalTo(4)));
        get("/topics").then().body("items.id", org.hamcrest.Matchers.hasItem("way"), "nextCursor", nullValue());
        get("/status")
                .then()
                .body("articles", greaterThanOrEqualTo(1), "newestArticle", equalTo("2022-01-06T20:00:00.123Z"));
        get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void changesNothing_whenOldMessagesComeAgainAfterNewOnes() {
        for (int revision : new int[] {1, 2, 1, 2, 1}) {
            var title = "Revision " + revision;
            broker.send(
                    Channel.ARTICLES_CLASSIFIED,
                    "again",
                    Samples.article("again", revision, AT, "en", "again", title, "x"));
            broker.send(Channel.STORIES, "again", Samples.story("again", revision, AT, Story.State.OPEN, "again"));
            broker.send(Channel.ALERTS, "again", Samples.alert("again", revision, "again", AT.plusSeconds(revision)));
        }
        passAll("again");

        get("/articles/again").then().body("title", equalTo("Revision 2"), "revision", equalTo(2));
        get("/articles?topic=again").then().body("items", hasSize(1), "items[0].title", equalTo("Revision 2"));
        get("/stories/again").then().body("revision", equalTo(2));
        get("/alerts/again")
                .then()
                .body("revision", equalTo(2), "revisions.revision", equalTo(java.util.List.of(1, 2)));
        get("/alerts?topic=again").then().body("items", hasSize(1));
    }

    @Test
    void givesEachOf250ArticlesOnce_whenOthersArriveBetweenThePages() {
        for (int i = 0; i < 250; i++) {
            broker.send(Channel.ARTICLES_CLASSIFIED, "page", page("page%03d".formatted(i), AT.plusSeconds(i / 20)));
        }
        pass(Channel.ARTICLES_CLASSIFIED, "page");
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var answer = given().queryParam("topic", "page")
                    .queryParam("limit", 40)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/articles");
            seen.addAll(answer.jsonPath().getList("items.id"));
            cursor = answer.jsonPath().getString("nextCursor");
            broker.send(Channel.ARTICLES_CLASSIFIED, "page", page("late" + seen.size(), AT.plusSeconds(60)));
            pass(Channel.ARTICLES_CLASSIFIED, "page");
        } while (cursor != null);

        assertThat(seen).hasSize(250).doesNotHaveDuplicates().allMatch(id -> id.startsWith("page"));
        get("/articles?topic=page&limit=200").then().body("items", hasSize(200));
    }

    @Test
    void putsUnreadableMessagesAside_andGoesOn() throws Exception {
        var odd = Path.of(getClass().getResource("/unreadable").toURI());
        int count = 0;
        try (var files = Files.list(odd)) {
            for (var file : files.toList()) {
                broker.sendBytes(Channel.ARTICLES_CLASSIFIED, "odd", Files.readAllBytes(file));
                count++;
            }
        }
        // an erased article's tombstone is no dead letter
        broker.sendBytes(Channel.ARTICLES_CLASSIFIED, "odd", null);
        pass(Channel.ARTICLES_CLASSIFIED, "odd");

        for (var letter : broker.deadLetters(count, l -> "odd".equals(l.key()))) {
            var content = Json.read(letter.value(), DeadLetter.class);
            assertThat(content.service()).isEqualTo("archive");
            assertThat(content.kafkaTopic()).isEqualTo("tocsin.articles-classified.v1");
            assertThat(content.reason()).contains("ClassifiedArticle");
            assertThat(header(letter, "ce_type")).isEqualTo("dev.tocsin.dead-letter.v1");
            assertThat(header(letter, "ce_id")).isEqualTo(content.position() + ".1.dead-letters");
            assertThat(header(letter, "traceparent")).startsWith("00-");
            if ("base64".equals(content.encoding())) {
                assertThat(Base64.getDecoder().decode(content.value())).startsWith(0xff, 0xfe);
            }
        }
        get("/q/metrics")
                .then()
                .body(containsString(
                        "tocsin_dead_letters_total{channel=\"articles-classified\",reason=\"unreadable\"}"))
                .body(containsString("tocsin_archived_total{channel=\"articles-classified\"}"))
                .body(containsString("tocsin_archive_batch_size_count{channel=\"articles-classified\"}"));
        get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void putsAMessageAsideThatNoStoreTakes_andOneTooLargeForALetter() throws Exception {
        broker.send(Channel.VERDICTS, "large", Samples.verdict("x".repeat(600), "large", Verdict.Kind.MUTED, AT));
        broker.sendBytes(Channel.VERDICTS, "large", new byte[4_000_000]);
        pass(Channel.VERDICTS, "large");

        var letters = new ArrayList<DeadLetter>();
        for (var letter : broker.deadLetters(2, l -> "large".equals(l.key()))) {
            letters.add(Json.read(letter.value(), DeadLetter.class));
        }
        assertThat(letters)
                .anySatisfy(letter -> {
                    assertThat(letter.reason()).contains("its id has 600 characters");
                    assertThat(letter.value()).contains("\"story\":\"large\"");
                })
                .anySatisfy(letter -> {
                    assertThat(letter.reason()).contains("is not a Verdict");
                    assertThat(letter.encoding()).isEqualTo("omitted");
                });
    }

    @Test
    void forgetsADeletedTopic_butKeepsAStoryThatLeftItsChannel() {
        broker.send(Channel.STORIES, "gone", Samples.story("gone", 1, AT, Story.State.CLOSED));
        broker.sendBytes(Channel.STORIES, "gone", null);
        broker.send(Channel.TOPICS, "gone", Samples.topic("gone", 2, "Gone"));
        broker.send(Channel.TOPICS, "again", Samples.topic("again", 2, "Gone, then back"));
        broker.sendBytes(Channel.TOPICS, "gone", null);
        broker.sendBytes(Channel.TOPICS, "again", null);
        broker.send(Channel.TOPICS, "again", Samples.topic("again", 1, "Back"));
        pass(Channel.STORIES, "gone");
        pass(Channel.TOPICS, "gone");

        get("/topics/gone").then().statusCode(404);
        get("/topics/again").then().body("version", equalTo(1));
        get("/stories/gone").then().statusCode(200);
    }

    /** Waits until all that was sent before under a key is archived: one more message of that key comes last. */
    private void pass(Channel channel, String key) {
        var id = "last-" + System.nanoTime();
        switch (channel) {
            case ARTICLES_CLASSIFIED -> broker.send(channel, key, page(id, Instant.EPOCH, "last"));
            case STORIES -> broker.send(channel, key, Samples.story(id, 1, Instant.EPOCH, Story.State.CLOSED));
            case ALERTS -> broker.send(channel, key, Samples.alert(id, 1, "last", Instant.EPOCH));
            case VERDICTS -> {
                broker.send(channel, key, Samples.verdict(id, id, Verdict.Kind.MUTED, Instant.EPOCH));
                broker.send(Channel.ALERTS, key, Samples.alert(id, 1, "last", Instant.EPOCH));
                await().untilAsserted(() -> get("/alerts/" + id).then().body("verdicts", hasSize(1)));
            }
            default -> broker.send(channel, key, Samples.topic(id, 1, "last"));
        }
        var path =
                switch (channel) {
                    case ARTICLES_CLASSIFIED -> "/articles/";
                    case STORIES -> "/stories/";
                    case ALERTS, VERDICTS -> "/alerts/";
                    default -> "/topics/";
                };
        await().untilAsserted(() -> get(path + id).then().statusCode(200));
    }

    private void passAll(String key) {
        pass(Channel.ARTICLES_CLASSIFIED, key);
        pass(Channel.STORIES, key);
        pass(Channel.ALERTS, key);
    }

    private static ClassifiedArticle page(String id, Instant at) {
        return page(id, at, "page");
    }

    private static ClassifiedArticle page(String id, Instant at, String topic) {
        return Samples.article(id, 1, at, "en", topic, "Title", "Text");
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
