package dev.tocsin.alerts.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class UsualTest {
    /** A Thursday. */
    private static final Instant NOW = Instant.parse("2022-02-03T12:00:00Z");

    private static final int HOUR = Usual.hour(NOW);
    private static final Duration WINDOW = Duration.ofHours(3);

    /** Of each hour before now so many articles. */
    private static Counts counts(int hours, IntUnaryOperator articles) {
        var counts = Counts.NONE;
        for (int hour = HOUR - hours; hour <= HOUR; hour++) {
            for (int i = 0; i < articles.applyAsInt(hour); i++) {
                counts = counts.plus(hour);
            }
        }
        return counts;
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static int hourOfDay(int hour) {
        return Math.floorMod(hour, 24);
    }

    @Test
    void isNotKnown_inTheFirstDay() {
        var counts = counts(30, hour -> 1);

        assertThat(Usual.of(counts, ago(Duration.ofHours(27)), NOW, WINDOW)).isEmpty();
        assertThat(Usual.of(counts, ago(Duration.ofHours(29)), NOW, WINDOW)).isPresent();
        assertThat(Usual.of(counts, ago(Duration.ofHours(29)), NOW, Duration.ofDays(1)))
                .isEmpty();
    }

    @Test
    void isThatOfAllHours_whereLessThanAWeekIsKnown() {
        var usual = Usual.of(counts(100, hour -> hourOfDay(hour) == 12 ? 4 : 1), ago(Duration.ofDays(4)), NOW, WINDOW)
                .orElseThrow();

        assertThat(usual.like()).isEqualTo("all hours");
        assertThat(usual.mean()).isBetween(3.0, 3.6);
        assertThat(usual.variance()).isGreaterThan(usual.mean());
    }

    @Test
    void isThatOfTheSameHoursOfTheDay_fromAWeekOn() {
        var usual = Usual.of(
                        counts(300, hour -> hourOfDay(hour) >= 10 && hourOfDay(hour) <= 12 ? 5 : 1),
                        ago(Duration.ofDays(12)),
                        NOW,
                        WINDOW)
                .orElseThrow();

        assertThat(usual.like()).isEqualTo("these hours of the day");
        assertThat(usual.mean()).isCloseTo(15, within(0.01));
    }

    @Test
    void isThatOfTheSameHoursOfTheWeek_fromFourWeeksOn() {
        // every Thursday at ten somebody speaks
        var usual = Usual.of(
                        counts(840, hour -> (HOUR - hour) % 168 == 2 ? 20 : 1), ago(Duration.ofDays(40)), NOW, WINDOW)
                .orElseThrow();

        assertThat(usual.like()).isEqualTo("these hours of the week");
        assertThat(usual.mean()).isGreaterThan(14);
    }

    @Test
    void isNotRaisedByABurstOfBefore() {
        var usual = Usual.of(
                        counts(240, hour -> HOUR - hour >= 48 && HOUR - hour <= 52 ? 100 : hour % 3 == 0 ? 1 : 0),
                        ago(Duration.ofDays(6)),
                        NOW,
                        WINDOW)
                .orElseThrow();

        assertThat(usual.mean()).isCloseTo(1, within(0.1));
        assertThat(usual.variance()).isLessThan(1.5);
    }

    @Test
    void isNeverNothing_whereNothingWasSeen() {
        var day = Usual.of(Counts.NONE, ago(Duration.ofDays(2)), NOW, WINDOW).orElseThrow();
        var week = Usual.of(Counts.NONE, ago(Duration.ofDays(6)), NOW, WINDOW).orElseThrow();

        assertThat(day.mean()).isCloseTo(0.5 / day.spans(), within(1e-9));
        assertThat(week.mean()).isLessThan(day.mean());
    }

    @Test
    void isInProportion_whereTheWindowIsAPartOfAnHour() {
        var usual = Usual.of(counts(100, hour -> 4), ago(Duration.ofDays(4)), NOW, Duration.ofMinutes(15))
                .orElseThrow();

        assertThat(usual.mean()).isCloseTo(1, within(0.01));
    }
}
