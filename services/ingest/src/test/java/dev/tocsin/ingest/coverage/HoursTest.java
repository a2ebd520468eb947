package dev.tocsin.ingest.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final Instant NOW = Instant.parse("2026-03-11T12:20:00Z");

    @Test
    void sumsWhatItHolds_andLeavesOutWhatItDoesNot() {
        var hours = Hours.upTo(NOW);
        long now = Hours.hour(NOW);
        hours.add(now, 2);
        hours.add(now - 1, 3);
        hours.add(hours.first() - 1, 100);
        hours.add(now + 1, 100);
        assertThat(hours.sum(now - 1, now)).isEqualTo(5);
        assertThat(hours.sum(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(5);
        assertThat(hours.sum(now, now - 1)).isZero();
        hours.add(now, 1);
        assertThat(hours.sum(now, now)).isEqualTo(3);
        assertThat(hours.begin()).isEqualTo(now - 1);
    }

    @Test
    void countsDaysInUtc_todayLast() {
        var hours = Hours.upTo(NOW);
        hours.add(Hours.hour(Instant.parse("2026-03-11T00:59:59Z")), 1);
        hours.add(Hours.hour(Instant.parse("2026-03-10T23:00:00Z")), 2);
        hours.add(Hours.hour(Instant.parse("2026-03-09T00:00:00Z")), 3);
        assertThat(hours.lastDays(4)).containsExactly(0, 3, 2, 1);
    }

    @Test
    void tellsTheUsualOfADay_onceThreeWholeDaysAreKnown() {
        assertThat(Usual.perDay(daily(3))).isNull();
        assertThat(Usual.perDay(daily(5))).isEqualTo(24.0);
        assertThat(Usual.perDay(daily(40))).isEqualTo(24.0);
        assertThat(Usual.perDay(Hours.upTo(NOW))).isNull();
    }

    private static Hours daily(int days) {
        var hours = Hours.upTo(NOW);
        long begin = Hours.hour(NOW.minus(Duration.ofDays(days)));
        for (long hour = begin; hour <= hours.last(); hour++) {
            hours.add(hour, 1);
        }
        return hours;
    }
}
