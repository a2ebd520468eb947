package dev.tocsin.dashboard.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxesTest {
    private static final Instant START = Instant.parse("2022-03-04T05:10:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S", "PT20M", "PT9H", "PT30H", "P6D", "P40D", "P900D", "P9000D"})
    void marksRoundTimes_fewEnoughToRead(Duration span) {
        var axis = new TimeAxis(START, START.plus(span), 0, 700, Locale.ENGLISH);

        assertThat(axis.ticks()).hasSizeBetween(1, 12).allSatisfy(t -> assertThat(t.x())
                .isBetween(0.0, 700.0));
        assertThat(axis.x(START)).isLessThanOrEqualTo(axis.x(START.plus(span)));
    }

    @Test
    void labelsHoursByTheClock_andMidnightByItsDay() {
        var axis = new TimeAxis(
                Instant.parse("2022-03-04T20:00:00Z"), Instant.parse("2022-03-05T04:00:00Z"), 0, 700, Locale.ENGLISH);

        assertThat(axis.ticks()).extracting(TimeAxis.Tick::label).contains("22:00", "5 Mar", "03:00");
    }

    @Test
    void keepsTimesOutsideAtItsEnds() {
        var axis = new TimeAxis(START, START.plusSeconds(7_200), 10, 100, Locale.ENGLISH);

        assertThat(axis.x(Instant.EPOCH)).isEqualTo(10);
        assertThat(axis.x(Instant.parse("9999-01-01T00:00:00Z"))).isEqualTo(100);
    }

    @Test
    void putsTwiceAsMuchTwiceAsHigh_inRoundSteps() {
        var axis = new ValueAxis(225, 0, 100, Locale.ENGLISH);

        assertThat(axis.ticks()).containsExactly(0.0, 100.0, 200.0, 300.0);
        assertThat(100 - axis.y(200)).isEqualTo(2 * (100 - axis.y(100)));
    }

    @Test
    void holdsAnyFigure() {
        assertThat(new ValueAxis(0, 0, 100, Locale.ENGLISH).ticks()).containsExactly(0.0, 1.0);
        assertThat(new ValueAxis(Long.MAX_VALUE, 0, 100, Locale.ENGLISH).ticks())
                .hasSizeLessThan(8);
        assertThat(new ValueAxis(1, 0, 100, Locale.ENGLISH).label(2_500_000)).isEqualTo("2.5m");
    }
}
