package dev.tocsin.archive;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.tocsin.contracts.Channel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A store that does not come back. */
@QuarkusTest
@TestProfile(StoreGoneIT.LittlePatience.class)
@WithTestResource(OutageStack.class)
class StoreGoneIT {
    /** Two attempts. */
    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.archive.retry.attempts", "2", "tocsin.archive.retry.first", "10ms");
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void givesUpLoudly_andAcknowledgesNothing() throws Exception {
        try (var broker = new Broker(bootstrapServers)) {
            broker.send(Channel.ARTICLES_CLASSIFIED, "a1", Samples.article("a1", 1, Samples.AT));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> get("/q/health/live").then().statusCode(503).body(containsString("articles")));
            get("/q/health/ready").then().statusCode(503);
            assertThat(broker.acknowledged(Channel.ARTICLES_CLASSIFIED)).isZero();
        }
    }
}
