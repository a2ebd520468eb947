package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class PassageIT {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void passesTheQueryOnAsItIs() {
        given().urlEncodingEnabled(false)
                .get("/api/articles?q=%D0%B3%D0%B0%D0%B7&from=2022-01-05T00:00:00Z&language=ru")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-cache")
                .body("items[0].excerpt", equalTo("q=%D0%B3%D0%B0%D0%B7&from=2022-01-05T00:00:00Z&language=ru"));
    }

    @Test
    void passesTheNeighboursErrorOn() {
        given().get("/api/articles?limit=-1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("'limit' is -1"));
        given().get("/api/stories/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void passesBodyTraceAndLocationOn() {
        given().contentType("application/json")
                .header("traceparent", TRACE)
                .body("{\"url\":\"https://wire.example/rss\"}")
                .post("/api/feeds")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/feeds/feed-2"))
                .body("got", equalTo("{\"url\":\"https://wire.example/rss\"}"))
                .body("trace", equalTo(TRACE));
        given().contentType("application/json")
                .header("X-API-Key", LocalAdmin.KEY)
                .body("[{},{}]")
                .post("/api/articles")
                .then()
                // the key is the dashboard's business; neighbours know each other by one of their own
                .body("key", equalTo("null"))
                .body("service", equalTo(LocalAdmin.SERVICE_KEY))
                .body("got", equalTo("[{},{}]"));
        given().contentType("application/merge-patch+json")
                .body("{\"paused\":true}")
                .patch("/api/feeds/feed-1")
                .then()
                .statusCode(200)
                .body("got", equalTo("{\"paused\":true}"));
        given().delete("/api/feeds/feed-1").then().statusCode(204);
    }

    @Test
    void tellsTheNeighbourWhoAsks_behindWhateverTheClientSaysOfItself() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/articles")
                .then()
                .body("client", equalTo("127.0.0.1"));
        given().contentType("application/json")
                .header("X-Forwarded-For", "203.0.113.7")
                .body("{}")
                .post("/api/articles")
                .then()
                .body("client", equalTo("203.0.113.7, 127.0.0.1"));
    }

    @Test
    void keepsAnIdWithinItsPath() {
        given().urlEncodingEnabled(false)
                .get("/api/articles/..%2Fstatus")
                .then()
                .statusCode(404)
                .body("detail", containsString("/articles/../status"));
    }

    @Test
    void is502_whenTheAnswerIsTooLarge() {
        given().get("/api/articles?q=huge")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("detail", containsString("neighbour-limit"));
    }

    @Test
    void is503_whenTheAnswerDoesNotCome() {
        given().get("/api/articles?q=slow")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("'archive' did not answer within"));
    }

    @Test
    void tellsProgramsInTheirWords_whatIsNotThere() {
        given().get("/api/weather")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("/api/weather"));
        given().contentType("text/plain").body("x").post("/api/feeds").then().statusCode(415);
        given().put("/api/feeds").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void documentsThePublicApi() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/live"))
                .body("paths", hasKey("/api/alerts/{storyId}/verdicts"))
                .body("paths.'/api/articles'.get.responses.'200'.description", containsString("excerpt"))
                .body("paths", org.hamcrest.Matchers.not(hasKey("/status")));
    }

    @Test
    void isReady_whileTheLiveChannelsAreRead() {
        org.awaitility.Awaitility.await()
                .untilAsserted(() ->
                        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP")));
    }
}
