package dev.tocsin.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Hub HUB =
            new Hub(URI.create("https://hub.example/"), URI.create("https://courier.example/feed"));

    private final Subscription requested = Subscription.requested("f1", HUB, NOW);

    @Test
    void isActive_onlyWhileTheHubGaveALease() {
        assertThat(requested.isActive(NOW)).isFalse();
        var active = requested.verified(NOW, Duration.ofDays(9));
        assertThat(active.isActive(NOW.plus(Duration.ofDays(9)).minusSeconds(1)))
                .isTrue();
        assertThat(active.isActive(NOW.plus(Duration.ofDays(9)))).isFalse();
        assertThat(active.refused("no").isActive(NOW)).isFalse();
    }

    @Test
    void isRenewed_whenAThirdOfTheLeaseIsLeft() {
        assertThat(requested.verified(NOW, Duration.ofDays(9)).renewal()).isEqualTo(NOW.plus(Duration.ofDays(6)));
    }

    @Test
    void keepsKeyAndLease_whileItIsRenewed() {
        var active = requested.verified(NOW, Duration.ofDays(9));
        var again = active.requestedAgain(NOW.plus(Duration.ofDays(6)));
        assertThat(again.key()).isEqualTo(active.key());
        assertThat(again.until()).isEqualTo(active.until());
        assertThat(again.renewal()).isEqualTo(NOW.plus(Duration.ofDays(8)));
    }

    @Test
    void isAskedForAgain_soonAfterSilenceAndLaterAfterANo() {
        assertThat(requested.renewal()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(requested.refused("no").renewal()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void hasAKeyAndASecretThatNobodyGuessesOrReads() {
        var other = Subscription.requested("f1", HUB, NOW);
        assertThat(requested.key()).hasSize(32).isNotEqualTo(other.key());
        assertThat(requested.secret()).hasSize(64).isNotEqualTo(other.secret());
        assertThat(requested.toString()).doesNotContain(requested.key(), requested.secret());
    }
}
