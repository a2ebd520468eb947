package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class PullIT {
    @Test
    void givesAlertsAsAFeed_andAnswersConditionalRequests() {
        var answer = given().get("/api/alerts.atom?topic=protests")
                .then()
                .statusCode(200)
                .contentType(containsString("application/atom+xml"))
                .header("ETag", notNullValue())
                .header("Last-Modified", equalTo("Wed, 05 Jan 2022 12:00:00 GMT"))
                .body(allOf(containsString("2026:story/story-1"), not(containsString("<script"))))
                .extract();

        given().header("If-None-Match", answer.header("ETag"))
                .get("/api/alerts.atom?topic=protests")
                .then()
                .statusCode(304);
        given().header("If-Modified-Since", answer.header("Last-Modified"))
                .get("/api/alerts.atom?topic=protests")
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"other\"")
                .get("/api/alerts.atom?topic=protests")
                .then()
                .statusCode(200);
    }

    @Test
    void givesNothingToHoldOnTo_whereAStorysHistoryIsMissing() {
        given().get("/api/alerts.atom?topic=lost")
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .header("Last-Modified", nullValue())
                .header("Cache-Control", equalTo("no-store"))
                .body(allOf(containsString("2026:story/story-1"), containsString("2026:story/lost")));
    }

    @Test
    void asksForEightHistoriesAtATime() {
        // a JVM that has just started may take longer for the list than the dashboard waits
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> given().get("/api/alerts.atom?topic=many").then().statusCode(200));
        assertThat(FakeNeighbours.MOST_AT_ONCE).hasValue(8);
    }

    @Test
    void givesAnAlertAsCap() {
        given().get("/api/alerts/story-1/cap.xml")
                .then()
                .statusCode(200)
                .contentType(containsString("application/cap+xml"))
                .body("alert.identifier", equalTo("story-1.1"))
                .body("alert.info[0].event", equalTo("Protests"));
        given().get("/api/alerts/nothing/cap.xml").then().statusCode(404).contentType(containsString("problem+json"));
    }

    @Test
    void stillAnswersAsJson() {
        given().get("/api/alerts/story-1").then().statusCode(200).body("story", equalTo("story-1"));
        given().get("/api/alerts").then().statusCode(200).body("items[0].story", equalTo("story-1"));
    }

    @Test
    void showsWhoIsTold_andKeepsHostileTextText() {
        given().accept("text/html")
                .get("/status")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("desk-mail fails and is left alone"),
                        containsString("Send again"),
                        containsString("topics protests"),
                        containsString("&lt;script&gt;"),
                        not(containsString("<script>alert"))));
        given().get("/api/receivers").then().statusCode(200).body("items[0].circuit", equalTo("open"));
        given().get("/api/silences").then().statusCode(200).body("items[0].by", equalTo("anna"));
        given().delete("/api/silences/silence-1").then().statusCode(204);
    }
}
