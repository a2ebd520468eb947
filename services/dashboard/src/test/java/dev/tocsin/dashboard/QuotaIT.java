package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.secrets.ApiKey;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
@TestProfile(QuotaIT.Small.class)
class QuotaIT {
    /** Five requests a day. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.dashboard.api.quota", "5", "tocsin.dashboard.api.window", "24h");
        }
    }

    @Inject
    KeyStore keys;

    private RequestSpecification somebody() {
        var key = ApiKey.fresh();
        keys.add(
                new KeyStore.Kept(key.id(), "quota", Role.VIEWER, key.hash(), "test", Instant.now(), null, null, null));
        return given().header("X-API-Key", key.text());
    }

    @Test
    void stopsWhoAsksTooMuch_sayingUntilWhen_andNobodyElse() {
        var greedy = somebody();
        for (int left = 4; left >= 0; left--) {
            greedy.get("/api/alerts")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"default\";q=5;w=86400")
                    .header("RateLimit", containsString("r=" + left));
        }
        var refused = greedy.get("/api/alerts")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("status", equalTo(429))
                .extract();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 17_280);
        // the same by another spelling of the path, and on a page that is none
        greedy.urlEncodingEnabled(false).get("/%61pi/alerts").then().statusCode(429);

        somebody().get("/api/alerts").then().statusCode(200);
        greedy.get("/q/health/live").then().statusCode(200);
    }
}
