package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");

    /** Items as a feed holds them at one time, newest first. */
    private static Reading items(int from, int to) {
        var identities = IntStream.range(from, to)
                .mapToObj(i -> "https://courier.example/" + i)
                .toList();
        return new Reading(identities.reversed(), List.of(), Hints.NONE);
    }

    private static Pace polls(Pace first, Reading... readings) {
        var pace = first;
        for (var reading : readings) {
            pace = pace.after(reading, 0, NOW);
        }
        return pace;
    }

    @Test
    void seesNoGap_whileOnePollHoldsAnItemOfTheLast() {
        var pace = polls(Pace.UNKNOWN, items(0, 20), items(19, 39), items(19, 39), items(20, 30), items(0, 500));
        assertThat(pace.gaps()).isZero();
        assertThat(pace.haste()).isZero();
        assertThat(pace.items()).isEqualTo(500);
    }

    @Test
    void countsAGapAndHurries_whenNothingIsLeftOfTheLastPoll() {
        var pace = polls(Pace.UNKNOWN, items(0, 20), items(20, 40), items(41, 61));
        assertThat(pace.gaps()).isEqualTo(2);
        assertThat(pace.haste()).isEqualTo(2);
        assertThat(pace.lastGap()).isEqualTo(NOW);
    }

    @Test
    void findsWhatLongFeedsHaveInCommon() {
        assertThat(polls(Pace.UNKNOWN, items(0, 1_000), items(100, 1_100)).gaps())
                .isZero();
        assertThat(polls(Pace.UNKNOWN, items(0, 1_000), items(1_000, 2_000)).gaps())
                .isEqualTo(1);
    }

    @Test
    void seesNoGap_whenAPollHoldsNothing() {
        assertThat(polls(Pace.UNKNOWN, items(0, 20), items(0, 0), items(20, 40)).gaps())
                .isZero();
    }

    @Test
    void calmsDown_whenNoGapFollows() {
        var hurried = polls(Pace.UNKNOWN, items(0, 20), items(20, 40), items(40, 60));
        var soon = hurried.after(items(40, 60), 0, NOW.plus(Duration.ofHours(11)));
        assertThat(soon.haste()).isEqualTo(2);
        var later = soon.after(items(40, 60), 0, NOW.plus(Duration.ofHours(13)));
        assertThat(later.haste()).isEqualTo(1);
        assertThat(later.after(items(40, 60), 0, NOW.plus(Duration.ofHours(14))).haste())
                .isEqualTo(1);
        assertThat(later.gaps()).isEqualTo(2);
    }

    @Test
    void keepsAllButTheFreshness_whenNothingChanged() {
        var hints = new Hints(Duration.ofHours(1), null, Set.of(3), Set.of(), Duration.ofMinutes(1));
        var pace = Pace.UNKNOWN.after(new Reading(List.of("a"), List.of(), hints), 1, NOW);
        var unchanged = pace.unchanged(Duration.ofMinutes(9));
        assertThat(unchanged.hints()).isEqualTo(hints.withFresh(Duration.ofMinutes(9)));
        assertThat(unchanged.sketch()).isEqualTo(pace.sketch());
    }
}
