package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.delivery.Receiver;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment is where deployments configure webhooks, so that is where these come from. */
class NotifyConfigTest {
    private static final Map<String, String> DESK = Map.of(
            "TOCSIN_NOTIFY_WEBHOOKS_DESK_URL", "https://hooks.desk.example/tocsin",
            "TOCSIN_NOTIFY_WEBHOOKS_DESK_SECRET", "correct-horse-battery-staple-0001",
            "TOCSIN_NOTIFY_WEBHOOKS_DESK_TOPICS", "protests,csto-deployment");

    @Test
    void readsAWebhookFromTheEnvironmentAlone() {
        var routes = new Routing(config(DESK)).routes();

        assertThat(routes.receivers().get("desk"))
                .isInstanceOfSatisfying(Receiver.Webhook.class, desk -> assertThat(desk.secret())
                        .isEqualTo("correct-horse-battery-staple-0001"));
        assertThat(routes.routes()).singleElement().satisfies(route -> {
            assertThat(route.receivers()).containsExactly("desk");
            assertThat(route.match().topics()).isEqualTo(Set.of("protests", "csto-deployment"));
            assertThat(route.match().statuses()).containsExactly(Alert.Status.Actual);
            assertThat(route.gathers()).isFalse();
        });
    }

    @Test
    void hasNoReceiver_whenNothingIsConfigured() {
        assertThat(new Routing(config(Map.of())).routes().receivers()).isEmpty();
    }

    @Test
    void namesTheKey_whenAWebhookHasNoSecret() {
        var env = new HashMap<>(DESK);
        env.remove("TOCSIN_NOTIFY_WEBHOOKS_DESK_SECRET");

        assertThatThrownBy(() -> config(env)).hasMessageContaining("tocsin.notify.webhooks.desk.secret is required");
    }

    @Test
    void namesTheKey_whenATimeIsOutOfRange() {
        assertThatThrownBy(() -> new Routing(config(Map.of("TOCSIN_NOTIFY_MAX_AGE", "PT0S"))))
                .hasMessage("tocsin.notify.max-age is PT0S, it must be above 0");
        assertThatThrownBy(() -> new Routing(config(Map.of("TOCSIN_NOTIFY_KEEP", "PT1H"))))
                .hasMessageContaining("must be longer than tocsin.notify.retry.total");
    }

    @Test
    void namesTheKeyAndNotTheSecret_whenTheSecretIsShort() {
        var env = new HashMap<>(DESK);
        env.put("TOCSIN_NOTIFY_WEBHOOKS_DESK_SECRET", "hunter2");

        assertThatThrownBy(() -> new Routing(config(env)))
                .hasMessageContaining("tocsin.notify.webhooks.desk.secret: the secret has 7 characters")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void sendsExercisesToAWebhookThatWantsThem() {
        var env = new HashMap<>(DESK);
        env.put("TOCSIN_NOTIFY_WEBHOOKS_DESK_STATUS", "Actual,Exercise");

        assertThat(new Routing(config(env)).routes().routes().getFirst().match().statuses())
                .containsExactlyInAnyOrder(Alert.Status.Actual, Alert.Status.Exercise);
    }

    @Test
    void wantsAMailServer_whenAReceiverIsAMailbox(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("routes.yaml"), "receivers: {desk: {type: mail, to: [a@b.example]}}");

        assertThatThrownBy(() -> new Routing(config(Map.of("TOCSIN_NOTIFY_ROUTES", file.toString()))))
                .hasMessageContaining("tocsin.notify.mail.host");
    }

    private static NotifyConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(NotifyConfig.class)
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(NotifyConfig.class);
    }
}
