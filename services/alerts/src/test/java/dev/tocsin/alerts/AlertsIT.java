package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Channel;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(AlertsIT.OwnState.class)
class AlertsIT {
    private static final Articles HARBOUR = article("it-harbour-1")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles MILK =
            article("it-milk-1").titled("Farmers dump milk at Ostrand").saying("A protest of farmers in Ostrand.");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(bootstrapServers);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> when().get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void ringsInItsEnvelope_whenAnArticleComesIn() {
        wire.publish(HARBOUR);

        var alert = wire.awaitAlertBy("it-harbour-1");
        var record = wire.awaitFirst(Channel.ALERTS, r -> r.key().equals(alert.story()));
        assertThat(Wire.header(record, "ce_type")).isEqualTo("dev.tocsin.alert.v1");
        assertThat(Wire.header(record, "ce_subject")).isEqualTo(alert.story());
        assertThat(Wire.header(record, "ce_id")).isEqualTo(alert.story() + ".1.alerts");
        assertThat(Wire.header(record, "traceparent")).startsWith(TopologyRun.TRACE.substring(0, 35));
        assertThat(wire.awaitFirst(Channel.STORIES, r -> r.key().equals(alert.story())))
                .isNotNull();
    }

    @Test
    void changesNothing_whenAnArticleIsDeliveredTwice() {
        wire.publish(MILK);
        var alert = wire.awaitAlertBy("it-milk-1");
        wire.publish(MILK);
        // behind the duplicate on the same partitions, so that its alert says that the duplicate was handled
        wire.publish(article("it-milk-1b").titled("Teachers walk out in Lund").on("protests"));
        wire.awaitAlertBy("it-milk-1b");

        assertThat(wire.alerts().stream().filter(a -> a.story().equals(alert.story())))
                .hasSize(1);
        assertThat(wire.on(Channel.STORIES).stream().filter(r -> r.key().equals(alert.story())))
                .hasSize(1);
    }

    @Test
    void buriesPoison_andGoesOn() {
        wire.send("it-poison", "not json".getBytes(UTF_8));
        wire.publish(article("it-after").titled("Nurses picket the hospital of Ravn"));

        var letter = wire.awaitFirst(Channel.DEAD_LETTERS, r -> "it-poison".equals(r.key()));
        assertThat(Wire.header(letter, "ce_type")).isEqualTo("dev.tocsin.dead-letter.v1");
        wire.awaitAlertBy("it-after");
        when().get("/q/metrics").then().body(containsString("tocsin_dead_letters_total{reason=\"unreadable\""));
    }

    @Test
    void saysThatItRuns() {
        when().get("/q/health")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'streams' }.data.state", equalTo("RUNNING"));
    }

    /** A folder of its own, because state and broker are one unit. */
    public static class OwnState implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "tocsin.alerts.state-dir",
                        Files.createTempDirectory("tocsin-alerts-it").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
