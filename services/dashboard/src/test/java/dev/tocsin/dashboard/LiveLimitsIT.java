package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(LiveLimitsIT.Narrow.class)
class LiveLimitsIT {
    /** Limits that a test can reach. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tocsin.dashboard.live.max-connections", "2",
                    "tocsin.dashboard.live.stall", "1s",
                    "tocsin.dashboard.live.heartbeat", "200ms");
        }
    }

    @TestHTTPResource("/api/live")
    private URI live;

    private static double connections() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(l -> l.startsWith("tocsin_live_connections"))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' '))))
                .sum();
    }

    private static void awaitConnections(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(connections()).isEqualTo(count));
    }

    @Test
    void refusesOneMore_whenAllPlacesAreTaken_andFreesThePlaceOfOneWhoLeaves() throws Exception {
        try (var _ = new EventClient(live, null)) {
            try (var _ = new EventClient(live, null)) {
                awaitConnections(2);

                given().get("/api/live")
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", "2")
                        .body("detail", containsString("max-connections"));
            }
            awaitConnections(1);
        }
        awaitConnections(0);
    }

    @Test
    void dropsAClient_thatTakesNothing() throws Exception {
        try (var stuck = new Socket();
                var alerts = new TestChannel(Channel.ALERTS)) {
            stuck.setReceiveBufferSize(4096);
            stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), live.getPort()));
            stuck.getOutputStream().write("GET /api/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            awaitConnections(1);
            // more than the kernel's buffers and the server's hold together
            var headline = "x".repeat(200_000);
            for (int i = 0; i < 60; i++) {
                alerts.send("stuck", Json.write(Samples.alert("stuck", i + 1, headline)));
            }

            awaitConnections(0);
        }
    }
}
