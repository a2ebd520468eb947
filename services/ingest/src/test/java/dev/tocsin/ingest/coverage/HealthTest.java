package dev.tocsin.ingest.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.feeds.Why;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-03-11T12:20:00Z");
    private static final Instant NEXT = NOW.plus(Duration.ofMinutes(5));
    private static final FeedStatus WELL = FeedStatus.unknown(NOW)
            .published(NOW, NEXT, Pace.UNKNOWN, Moved.NOWHERE, new FeedStatus.Published("Courier", Validators.NONE, 1));

    @Test
    void isItsOwnDoing_whenEverythingWorks() {
        assertThat(Health.of(WELL, NOW)).isEqualTo(Cause.WENT_QUIET);
        assertThat(Health.of(WELL.gone(NOW, NEXT), NOW)).isEqualTo(Cause.WENT_QUIET);
    }

    @Test
    void isOurs_whenPollsFailOrAreLateOrOurChannelTakesNothing() {
        assertThat(Health.of(WELL.failed(NOW, NEXT, new Why("http-500", "HTTP status 500")), NOW))
                .isEqualTo(Cause.WE_FAILED);
        assertThat(Health.of(FeedStatus.unknown(NOW), NOW)).isEqualTo(Cause.WE_FAILED);
        assertThat(Health.of(WELL.unpublished(NEXT, NEXT, "the channel is down", 0), NOW))
                .isEqualTo(Cause.WE_FAILED);
        assertThat(Health.of(WELL, NEXT.plus(Duration.ofMinutes(31)))).isEqualTo(Cause.WE_FAILED);
    }

    @Test
    void isTheirs_whenTheyThrottleUs() {
        assertThat(Health.of(WELL.throttled(NOW, NEXT), NOW)).isEqualTo(Cause.THROTTLED);
        assertThat(Health.of(WELL.blocked(NOW, NEXT, new Why("refused", "a login")), NOW))
                .isEqualTo(Cause.THROTTLED);
    }
}
