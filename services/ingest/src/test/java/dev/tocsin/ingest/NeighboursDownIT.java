package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Neither broker nor store: the service is there all the same, says so, and promises nothing. */
@QuarkusTest
@TestProfile(NeighboursDownIT.Alone.class)
class NeighboursDownIT {
    /** Nobody listens on port 1. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:1",
                    "quarkus.mongodb.connection-string", "mongodb://localhost:1",
                    "quarkus.mongodb.server-selection-timeout", "1s",
                    "quarkus.http.test-port", "0");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void isAliveAndNotReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));
    }

    @Test
    void answers503_ratherThanAcceptWhatItCannotKeep() {
        given().contentType(ContentType.JSON)
                .body("{\"title\":\"t\"}")
                .post("/articles")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"));
        given().get("/feeds").then().statusCode(503).contentType("application/problem+json");
    }
}
