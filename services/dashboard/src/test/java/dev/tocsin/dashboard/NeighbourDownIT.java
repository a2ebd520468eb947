package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.tocsin.local.FreePorts;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(NeighbourDownIT.NobodyListens.class)
class NeighbourDownIT {
    /** Neighbours on a port that is closed. */
    public static final class NobodyListens implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var nowhere = "http://localhost:" + FreePorts.find(1)[0];
            return Map.of("tocsin.dashboard.archive-url", nowhere, "tocsin.dashboard.ingest-url", nowhere);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/alerts", "/api/articles/x", "/api/topics", "/api/dead-letters", "/api/feeds"})
    void isAProblem_forPrograms(String path) {
        given().get(path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("does not answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stories/x", "/articles", "/articles/x", "/feeds"})
    void isAPage_forPeople(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .statusCode(503)
                .contentType(containsString("text/html"))
                .body(containsString("does not answer"));
    }

    @Test
    void isShownAsDown_onTheStatusPage() {
        given().accept("text/html").get("/status").then().statusCode(200).body(containsString(">down<"));
    }

    @Test
    void doesNotStopTheBoard() {
        given().accept("text/html").get("/").then().statusCode(200).body(containsString("board.js"));
    }

    @Test
    void doesNotLoseAVerdictSilently() {
        given().contentType("application/json")
                .body("{\"verdict\":\"relevant\",\"by\":\"Dana\"}")
                .post("/api/alerts/x/verdicts")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }
}
