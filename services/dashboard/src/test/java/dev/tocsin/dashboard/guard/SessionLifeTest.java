package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLifeTest {
    private static final Instant BEGAN = Instant.parse("2026-01-06T08:00:00Z");
    private static final SessionLife LIFE = new SessionLife(Duration.ofHours(2), Duration.ofHours(10));

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1H, false",
        "PT0S, PT2H, false",
        // the last sign of life may be a minute older than it says
        "PT0S, PT2H1M, false",
        "PT0S, PT2H1M1S, true",
        "PT8H, PT10H, false",
        "PT9H59M, PT10H1S, true"
    })
    void endsWhenItWasIdleTooLong_orIsTooOld(Duration seen, Duration now, boolean over) {
        assertThat(LIFE.isOver(BEGAN, BEGAN.plus(seen), BEGAN.plus(now))).isEqualTo(over);
    }
}
