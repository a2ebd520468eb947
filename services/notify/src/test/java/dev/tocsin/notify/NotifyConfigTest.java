package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The environment is where deployments configure webhooks, so that is where these come from. */
class NotifyConfigTest {
    private static final Map<String, String> DESK = Map.of(
            "TOCSIN_NOTIFY_WEBHOOKS_DESK_URL", "https://hooks.desk.example/tocsin",
            "TOCSIN_NOTIFY_WEBHOOKS_DESK_SECRET", "correct-horse-battery-staple-0001",
            "TOCSIN_NOTIFY_WEBHOOKS_DESK_TOPICS", "protests,csto-deployment");

    @Test
    void readsAWebhookFromTheEnvironmentAlone() {
        var receivers = new Receivers(config(DESK));

        assertThat(receivers.all()).singleElement().satisfies(desk -> {
            assertThat(desk.id()).isEqualTo("desk");
            assertThat(desk.secret()).isEqualTo("correct-horse-battery-staple-0001");
            assertThat(desk.topics()).isEqualTo(Set.of("protests", "csto-deployment"));
        });
        assertThat(receivers.wanting("diplomatic-reactions")).isEmpty();
    }

    @Test
    void hasNoReceiver_whenNothingIsConfigured() {
        assertThat(new Receivers(config(Map.of())).all()).isEmpty();
    }

    @Test
    void namesTheKey_whenAWebhookHasNoSecret() {
        var env = new HashMap<>(DESK);
        env.remove("TOCSIN_NOTIFY_WEBHOOKS_DESK_SECRET");

        assertThatThrownBy(() -> config(env)).hasMessageContaining("tocsin.notify.webhooks.desk.secret is required");
    }

    @Test
    void namesTheKey_whenATimeIsOutOfRange() {
        assertThatThrownBy(() -> new Receivers(config(Map.of("TOCSIN_NOTIFY_MAX_AGE", "PT0S"))))
                .hasMessage("tocsin.notify.max-age is PT0S, it must be above 0");
        assertThatThrownBy(() -> new Receivers(config(Map.of("TOCSIN_NOTIFY_KEEP", "PT1H"))))
                .hasMessageContaining("must be longer than tocsin.notify.retry.total");
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
