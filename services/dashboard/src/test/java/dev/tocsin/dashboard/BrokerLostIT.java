package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(BrokerLostIT.Alone.class)
@QuarkusTestResource(value = BrokerLostIT.NoBrokerYet.class, restrictToAnnotatedClass = true)
class BrokerLostIT {
    /** An application of its own, so that its broker is its own. */
    public static final class Alone implements QuarkusTestProfile {}

    /** Names the ports of a broker that the test starts and stops itself. */
    public static final class NoBrokerYet implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            int[] ports = FreePorts.find(2);
            return Map.of(
                    "kafka.bootstrap.servers",
                    "localhost:" + ports[0],
                    "test.broker.port",
                    String.valueOf(ports[0]),
                    "test.broker.controller",
                    String.valueOf(ports[1]),
                    "quarkus.http.test-port",
                    "0");
        }

        @Override
        public void stop() {
            // there is nothing that this started
        }
    }

    @ConfigProperty(name = "test.broker.port")
    private int port;

    @ConfigProperty(name = "test.broker.controller")
    private int controller;

    @TestHTTPResource("/api/live")
    private URI live;

    private LocalBroker broker(Path folder) {
        var broker = LocalBroker.start(folder, port, controller);
        LocalChannels.create(broker.bootstrapServers(), Channel.DEFAULT_PREFIX, 2, (short) 1);
        return broker;
    }

    private static void awaitReadiness(int status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(status));
    }

    private static void ring(String story) {
        try (var alerts = new TestChannel(Channel.ALERTS)) {
            alerts.send(story, Json.write(Samples.alert(story, 1, "Crowds gather")));
        }
    }

    @Test
    void isNotReadyWithoutItsBroker_andGoesOnWhereItWas_whenThatIsBack(@TempDir Path folder) throws Exception {
        given().get("/q/health/ready").then().statusCode(503).body(containsString("live channels"));
        try (var client = new EventClient(live, null)) {
            try (var _ = broker(folder)) {
                awaitReadiness(200);
                ring("rang-first");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> client.of("rang-first").size() == 1);
            }
            awaitReadiness(503);
            try (var _ = broker(folder)) {
                awaitReadiness(200);
                ring("rang-later");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> client.of("rang-later").size() == 1);
            }

            assertThat(client.events()).extracting(EventClient.Event::type).containsExactly("alert", "alert");
        }
    }
}
