package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");
    private static final Set<Integer> ALL_HOURS = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
    private static final RandomGenerator LEAST = () -> 0L;
    private static final RandomGenerator MOST = () -> -1L;

    private static PollSchedule schedule(RandomGenerator random) {
        return new PollSchedule(
                InstantSource.fixed(NOW), random, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(24));
    }

    private static Duration waited(Instant next) {
        return Duration.between(NOW, next).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Pace pace(Duration usual, Duration silence, int items, Hints hints, int haste) {
        var rhythm = new Rhythm(usual, silence == null ? null : NOW.minus(silence));
        return new Pace(rhythm, hints, items, ItemSketch.NONE, haste, 0, null);
    }

    private static Hints hints(Duration ttl, Duration update, Duration fresh) {
        return new Hints(ttl, update, Set.of(), Set.of(), fresh);
    }

    @Nested
    class AfterSuccess {
        @ParameterizedTest
        @CsvSource({"PT10M, PT10M", "PT1S, PT1M", "P9D, PT24H"})
        void waitsPeoplesInterval_whateverTheFeedSays(Duration own, Duration wait) {
            var skipping = new Hints(Duration.ofHours(5), null, ALL_HOURS, Set.of(), null);
            var pace = pace(Duration.ofHours(1), Duration.ofDays(9), 10, skipping, 3);
            assertThat(waited(schedule(MOST).afterSuccess(own, pace, null))).isEqualTo(wait);
        }

        @ParameterizedTest
        @CsvSource({
            // usual gap, silence, wait: a third of the gap, or a twelfth of the silence
            ", , PT5M",
            "PT30M, PT0S, PT10M",
            "PT1M, PT0S, PT1M",
            "PT3H, PT1H, PT1H",
            "PT30M, PT12H, PT1H",
            ", PT12H, PT1H",
            "P9D, PT0S, PT24H",
            "PT1H, P99D, PT24H"
        })
        void followsTheRhythm(Duration usual, Duration silence, Duration wait) {
            var pace = pace(usual, silence, 20, Hints.NONE, 0);
            assertThat(waited(schedule(LEAST).afterSuccess(null, pace, null))).isEqualTo(wait);
        }

        @ParameterizedTest
        @CsvSource({
            // ttl, updatePeriod, fresh, wait with an item each hour and ten items
            ", , , PT20M",
            "PT1H, , , PT1H",
            ", PT2H, , PT2H",
            ", , PT30M, PT30M",
            "PT1H, PT3H, PT2H, PT3H",
            "PT1M, , PT5S, PT20M",
            "P7D, , , PT5H"
        })
        void waitsAsLongAsThePublisherAsks_butNotUntilHalfOfItsItemsAreGone(
                Duration ttl, Duration update, Duration fresh, Duration wait) {
            var pace = pace(Duration.ofHours(1), Duration.ZERO, 10, hints(ttl, update, fresh), 0);
            assertThat(waited(schedule(LEAST).afterSuccess(null, pace, null))).isEqualTo(wait);
        }

        @ParameterizedTest
        @CsvSource({"0, PT40M", "1, PT20M", "2, PT10M", "6, PT1M"})
        void halvesTheWait_withEachGap(int haste, Duration wait) {
            var pace = pace(Duration.ofHours(2), Duration.ZERO, 10, Hints.NONE, haste);
            assertThat(waited(schedule(LEAST).afterSuccess(null, pace, null))).isEqualTo(wait);
        }

        @Test
        void leavesTheSkippedHoursOut_butNeverMoreThanADay() {
            var nextFive = new Hints(null, null, Set.of(12, 13, 14, 15, 16), Set.of(), null);
            assertThat(schedule(LEAST).afterSuccess(null, pace(null, null, 10, nextFive, 0), null))
                    .isEqualTo(Instant.parse("2022-01-06T17:00:00Z"));
            var always = new Hints(null, null, ALL_HOURS, Set.of(), null);
            assertThat(schedule(LEAST).afterSuccess(null, pace(null, null, 10, always, 0), null))
                    .isEqualTo(NOW.plus(Duration.ofDays(1)));
        }

        @Test
        void leavesTheSkippedDaysOut() {
            var lateToday = Duration.ofHours(7);
            var hints = new Hints(lateToday, null, Set.of(), Set.of(DayOfWeek.THURSDAY), null);
            assertThat(schedule(LEAST).afterSuccess(null, pace(null, null, 10, hints, 0), null))
                    .isEqualTo(Instant.parse("2022-01-07T00:00:00Z"));
        }

        @Test
        void onlyMakesSureOnceADay_whileAHubDelivers() {
            var pace = pace(Duration.ofMinutes(3), Duration.ZERO, 10, Hints.NONE, 0);
            assertThat(waited(schedule(LEAST).afterSuccess(null, pace, NOW.plus(Duration.ofDays(7)))))
                    .isEqualTo(Duration.ofDays(1));
            assertThat(waited(schedule(LEAST).afterSuccess(null, pace, NOW.plus(Duration.ofHours(3)))))
                    .isEqualTo(Duration.ofHours(3));
        }

        @Test
        void letsFeedsDriftApart_thatWereAddedTogether() {
            var early = schedule(LEAST).afterSuccess(null, Pace.UNKNOWN, null);
            var late = schedule(MOST).afterSuccess(null, Pace.UNKNOWN, null);
            assertThat(Duration.between(early, late)).isBetween(Duration.ofSeconds(14), Duration.ofSeconds(15));
        }
    }

    @Nested
    class AfterFailure {
        @ParameterizedTest
        @CsvSource({"1, PT5M", "2, PT10M", "3, PT20M", "8, PT10H40M", "9, PT12H", "1000000, PT12H"})
        void doublesWithEachFailure_fromHalfOfTheBackOff(int failures, Duration least) {
            assertThat(waited(schedule(LEAST).afterFailure(null, failures))).isEqualTo(least);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 5, 50})
        void neverWaitsLongerThanTheLongest(int failures) {
            var wait = waited(schedule(MOST).afterFailure(Duration.ofHours(3), failures));
            assertThat(wait).isBetween(Duration.ofHours(5), Duration.ofHours(24));
        }

        @Test
        void spreadsFeedsThatFailedTogether() {
            var early = schedule(LEAST).afterFailure(null, 3);
            var late = schedule(MOST).afterFailure(null, 3);
            assertThat(Duration.between(early, late)).isGreaterThan(Duration.ofMinutes(19));
        }
    }

    @Nested
    class AfterThrottling {
        @Test
        void waitsAsLongAsTheServerAsks() {
            assertThat(waited(schedule(LEAST).afterThrottling(null, 1, Duration.ofHours(2))))
                    .isEqualTo(Duration.ofHours(2));
        }

        @Test
        void backsOff_whenTheServerAsksForLess() {
            assertThat(waited(schedule(LEAST).afterThrottling(null, 3, Duration.ofSeconds(5))))
                    .isEqualTo(Duration.ofMinutes(20));
            assertThat(waited(schedule(LEAST).afterThrottling(null, 1, null))).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void doesNotSleepForYears_whenTheServerAsksForThem() {
            assertThat(waited(schedule(LEAST).afterThrottling(null, 1, Duration.ofDays(4_000))))
                    .isEqualTo(Duration.ofHours(24));
        }
    }

    @Test
    void comesBackSoon_whenTheFailureIsOurs() {
        assertThat(waited(schedule(LEAST).afterOurFailure())).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void refusesBoundsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollSchedule(
                        InstantSource.system(), LEAST, Duration.ZERO, Duration.ofHours(2), Duration.ofHours(1)));
    }
}
