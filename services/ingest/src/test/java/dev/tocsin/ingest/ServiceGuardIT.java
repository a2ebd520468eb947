package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that knows the others by a key. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(ServiceGuardIT.WithKeys.class)
class ServiceGuardIT {
    private static final String KEY = "what the services share";
    private static final String PUSH_KEY = "0123456789abcdef";

    /** A key for the services, and one for somebody who pushes. */
    public static final class WithKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.service-key", KEY, "tocsin.ingest.push.keys", "wire:" + PUSH_KEY);
        }
    }

    private static RequestSpecification push() {
        return given().contentType("application/json").body("{\"title\":\"T\",\"url\":\"https://guard.example/1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds",
                "/feeds/facets",
                "/feeds.opml",
                "/articles/x/sightings",
                "/nothing",
                "/q/health/../../feeds"
            })
    void servesNobodyButServices(String path) {
        given().get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("service-key"));
        given().header("Tocsin-Service-Key", KEY + "x").get(path).then().statusCode(403);
        given().header("Tocsin-Service-Key", "").delete("/feeds/x").then().statusCode(403);
    }

    @Test
    void servesServices() {
        given().header("Tocsin-Service-Key", KEY).get("/feeds").then().statusCode(200);
        push().header("Tocsin-Service-Key", KEY).post("/articles").then().statusCode(202);
    }

    @ParameterizedTest
    @CsvSource({"/q/health/live, 200", "/q/metrics, 200", "/websub/unknown, 404"})
    void isOpen_forProbesScrapersAndHubs(String path, int status) {
        given().get(path).then().statusCode(status);
    }

    @Test
    void takesPushes_fromWhoeverHasAPushKey() {
        push().post("/articles").then().statusCode(401);
        push().header("X-API-Key", PUSH_KEY).post("/articles").then().statusCode(202);
        given().header("X-API-Key", PUSH_KEY).get("/feeds").then().statusCode(403);
    }
}
