package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going through the archive over the real channels, with a classify that answers what the test wants. */
@QuarkusTest
@WithTestResource(TestStack.class)
@TestProfile(ReclassifyIT.AFewAtOnce.class)
class ReclassifyIT {
    public static final class AFewAtOnce implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.archive.reclassify.in-flight", "4", "tocsin.archive.reclassify.patience", "5s");
        }
    }

    private static final Instant AT = Samples.AT;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Broker broker;
    private FakeClassify classify;

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
        classify = new FakeClassify(bootstrapServers, broker);
    }

    @AfterEach
    void disconnect() {
        classify.close();
        broker.close();
    }

    @Test
    void meetsTheArticlesOfASpanWithTheNewPack_aFewAtATime() {
        var begin = AT.plus(Duration.ofDays(100));
        archive("span", 10, begin);
        pack("span", 4);
        classify.answers(article -> List.of(article.endsWith("0") ? "other" : "span"), 4);

        ask("span", span(begin.minusSeconds(1), begin.plusSeconds(9)))
                .statusCode(202)
                .body("state", equalTo("running"), "articles", equalTo(9), "version", equalTo(4));
        await().untilAsserted(() -> get("/topics/span/reclassify").then().body("state", equalTo("done")));
        get("/topics/span/reclassify")
                .then()
                .body("read", equalTo(9), "changed", equalTo(9), "left", equalTo(1), "entered", equalTo(0))
                .body("unanswered", equalTo(0), "reason", nullValue());
        get("/articles/span1").then().body("topics[0].version", equalTo(4), "replay", equalTo(false));
        get("/articles/span9").then().body("topics[0].version", equalTo(3));
        get("/articles?topic=span").then().body("items", hasSize(9));
        assertThat(classify.mostAtOnce()).isBetween(1, 4);
        assertThat(classify.asked()).allSatisfy(message -> {
            assertThat(message.article().replay()).isTrue();
            assertThat(message.reclassify().version()).isEqualTo(4);
        });

        ask("span", span(begin, begin.plusSeconds(99))).statusCode(202);
        await().untilAsserted(() -> get("/topics/span/reclassify").then().body("state", equalTo("done")));
        get("/articles/span9").then().body("topics[0].version", equalTo(4));
        get("/topics/span/reclassify").then().body("read", equalTo(10), "changed", equalTo(1));
        assertThat(classify.asked()).as("what was done is passed over").hasSize(10);
    }

    @Test
    void goesOneAtATime_andEndsWhenItIsCancelled() {
        archive("slow", 10, AT);
        pack("slow", 4);
        pack("next", 1);
        ask("slow", "{}").statusCode(202);
        ask("next", "{}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("for the topic 'slow'"));
        given().delete("/topics/next/reclassify").then().statusCode(404);
        given().delete("/topics/slow/reclassify").then().statusCode(200).body("state", equalTo("cancelled"));
        classify.answers(article -> List.of("next"), 1);
        ask("next", "{}").statusCode(202);
        await().untilAsserted(() -> get("/topics/next/reclassify").then().body("state", equalTo("done")));
        get("/topics/slow/reclassify").then().statusCode(204);
        given().delete("/topics/next/reclassify").then().statusCode(404);
    }

    @Test
    void failsInWords_whenNobodyAnswers_orOnlyByAnOlderPack() {
        archive("mute", 3, AT);
        pack("mute", 4);
        classify.answers(article -> List.of("mute"), 3);
        ask("mute", "{}").statusCode(202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("/topics/mute/reclassify")
                .then()
                .body("state", equalTo("failed"))
                .body("reason", containsString("within 5 s by version 4 of the pack or a newer one")));
        get("/articles/mute0").then().body("topics.find { it.topic == 'mute' }.version", equalTo(3));
    }

    @Test
    void countsWhatNobodyCanAnswer_andGoesOn_whereOthersCameBack() {
        var begin = AT.plus(Duration.ofDays(200));
        archive("some", 9, begin);
        pack("some", 4);
        classify.answersNot(article -> article.compareTo("some4") >= 0 && article.compareTo("some7") <= 0);
        classify.answers(article -> List.of("some"), 4);
        ask("some", span(begin, begin.plusSeconds(9))).statusCode(202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("/topics/some/reclassify")
                .then()
                .body("state", equalTo("done"), "read", equalTo(9), "unanswered", equalTo(4)));
        get("/articles/some8").then().body("topics.find { it.topic == 'some' }.version", equalTo(4));
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        pack("odd", 1);
        ask("odd", "{\"from\":\"2022-01-06\"}").statusCode(400).body("detail", containsString("'from' is"));
        ask("odd", "{\"from\":\"2022-02-01T00:00:00Z\",\"to\":\"2022-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("detail", containsString("not before 'to'"));
        ask("odd", "no").statusCode(400);
        ask("nothing", "{}").statusCode(404);
    }

    @Test
    void givesTheJudgedTextsOfATopic_pageByPage() {
        for (var story : List.of("j1", "j2", "j3")) {
            broker.send(
                    Channel.ARTICLES_CLASSIFIED, story, Samples.article(story + "a", 1, AT, "it", "judged", "T", "x"));
            broker.send(Channel.STORIES, story, Samples.story(story, 1, AT, Story.State.OPEN, story + "a"));
        }
        pack("judged", 1);
        judge("j1", "v1", Verdict.Kind.RELEVANT, 1);
        judge("j2", "v2", Verdict.Kind.IRRELEVANT, 2);
        judge("j3", "v3", Verdict.Kind.RELEVANT, 3);
        judge("j3", "v4", Verdict.Kind.ACKNOWLEDGED, 4);
        await().untilAsserted(() -> get("/topics/judged/judged").then().body("items", hasSize(2)));
        var first = get("/topics/judged/judged?limit=1");
        first.then()
                .body("items[0].story", equalTo("j2"), "items[0].label", equalTo("irrelevant"))
                .body(
                        "items[0].text",
                        equalTo("x"),
                        "items[0].title",
                        equalTo("T"),
                        "items[0].language",
                        equalTo("it"));
        given().queryParam("limit", 1)
                .queryParam("cursor", first.jsonPath().getString("nextCursor"))
                .get("/topics/judged/judged")
                .then()
                .body("items[0].story", equalTo("j1"), "items[0].label", equalTo("relevant"))
                .body("nextCursor", nullValue());
        await().untilAsserted(() -> get("/status/topics")
                .then()
                .body("items.find { it.topic == 'judged' }.articles", equalTo(3))
                .body("items.find { it.topic == 'judged' }.relevant", equalTo(1))
                .body("items.find { it.topic == 'judged' }.irrelevant", equalTo(1)));
        get("/status/topics?topic=judged")
                .then()
                .body("items", hasSize(1), "items[0].topic", equalTo("judged"), "items[0].articles", equalTo(3));
        get("/status/topics?topic=nothing").then().body("items", hasSize(0));
    }

    private void judge(String story, String id, Verdict.Kind kind, int seconds) {
        broker.send(
                Channel.VERDICTS,
                story,
                new Verdict(id, story, "judged", kind, "ada", AT.plusSeconds(seconds), null, null, null));
    }

    private static String span(Instant from, Instant to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
    }

    private void archive(String topic, int count, Instant begin) {
        IntStream.range(0, count)
                .forEach(i -> broker.send(
                        Channel.ARTICLES_CLASSIFIED,
                        topic + i,
                        Samples.article(topic + i, 1, begin.plusSeconds(i), "it", topic, "Title", "Text")));
        await().untilAsserted(() -> get("/articles?topic=" + topic).then().body("items", hasSize(count)));
    }

    private void pack(String topic, int version) {
        broker.send(Channel.TOPICS, topic, Samples.topic(topic, version, topic));
        await().untilAsserted(() -> get("/topics/" + topic).then().body("version", equalTo(version)));
    }

    private static ValidatableResponse ask(String topic, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/topics/" + topic + "/reclassify")
                .then();
    }
}
