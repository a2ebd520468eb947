package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Story;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Retention over the real channels and store: what is over goes, by age, by topic and by number, unless it is held. */
@QuarkusTest
@WithTestResource(TestStack.class)
@TestProfile(RetentionIT.Ruled.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionIT {
    private static final int MOST = 1_000;

    public static final class Ruled implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.archive.retention.articles", "400d",
                    "tocsin.archive.retention.topics.\"treaties\"", "36500d",
                    "tocsin.archive.retention.most-articles", String.valueOf(MOST));
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    GoneProbe besides;

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
    @Order(1) // the other one fills the archive up
    void takesAwayWhatIsTooOld_unlessItsTopicIsKeptOrItsStoryHeld() {
        article("over", Samples.AT, "protests");
        article("treaty", Samples.AT, "treaties");
        article("today", Instant.now(), "protests");
        article("evidence", Samples.AT, "protests");
        broker.send(Channel.STORIES, "old", Samples.story("old", 1, Samples.AT, Story.State.OPEN, "over"));
        broker.send(Channel.STORIES, "held", Samples.story("held", 1, Samples.AT, Story.State.OPEN, "evidence"));
        broker.send(Channel.ALERTS, "old", Samples.alert("old", 1, "protests", Samples.AT));
        await().untilAsserted(() -> get("/stories/held").then().statusCode(200));
        await().untilAsserted(() -> get("/stories/old").then().statusCode(200));
        await().untilAsserted(() -> get("/alerts/old").then().statusCode(200));
        given().contentType("application/json")
                .body("{\"by\":\"ada\",\"why\":\"a court asks\"}")
                .put("/stories/held/hold")
                .then()
                .statusCode(200);

        get("/retention")
                .then()
                .body("rules.articles", equalTo("PT9600H"), "rules.topics.treaties", equalTo("PT876000H"))
                .body("next.dry", equalTo(true), "next.byAge", equalTo(1), "next.stories", equalTo(1));
        get("/articles/over").then().statusCode(200);

        given().post("/retention/run")
                .then()
                .statusCode(200)
                .body("byAge", equalTo(1), "stories", equalTo(1), "held", greaterThanOrEqualTo(2));
        get("/articles/over").then().statusCode(404);
        get("/stories/old").then().statusCode(404);
        get("/alerts/old").then().statusCode(404);
        for (var kept : new String[] {"articles/treaty", "articles/today", "articles/evidence", "stories/held"}) {
            get("/" + kept).then().statusCode(200);
        }
        assertThat(besides.told()).contains("over").doesNotContain("treaty", "today", "evidence");
        get("/retention").then().body("last.byAge", equalTo(1), "next.byAge", equalTo(0));
    }

    @Test
    @Order(2)
    void takesAwayTheOldest_whenThereAreTooMany() {
        var now = Instant.now();
        for (int i = 0; i < MOST + 10; i++) {
            var at = now.minus(Duration.ofMinutes(MOST + 10 - i));
            broker.send(Channel.ARTICLES_CLASSIFIED, "n" + i, Samples.article("n" + i, 1, at));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/articles/n" + (MOST + 9)).then().statusCode(200));
        await().untilAsserted(() -> get("/retention").then().body("next.byCount", greaterThanOrEqualTo(10)));

        given().post("/retention/run").then().statusCode(200).body("byCount", greaterThanOrEqualTo(10));

        get("/articles/n0").then().statusCode(404);
        get("/articles/n" + (MOST + 9)).then().statusCode(200);
        get("/retention").then().body("next.byCount", equalTo(0));
    }

    private void article(String id, Instant at, String topic) {
        broker.send(
                Channel.ARTICLES_CLASSIFIED,
                id,
                Samples.article(id, 1, at, "it", topic, "Title of " + id, "Some text"));
        await().untilAsserted(() -> get("/articles/" + id).then().statusCode(200));
    }
}
