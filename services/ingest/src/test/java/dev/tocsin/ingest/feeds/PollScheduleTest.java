package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");
    private static final RandomGenerator LEAST = () -> 0L;
    private static final RandomGenerator MOST = () -> -1L;

    private static PollSchedule schedule(RandomGenerator random) {
        return new PollSchedule(
                InstantSource.fixed(NOW), random, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(24));
    }

    private static Duration waited(Instant next) {
        return Duration.between(NOW, next).truncatedTo(ChronoUnit.SECONDS);
    }

    @Nested
    class AfterSuccess {
        @ParameterizedTest
        @CsvSource({"PT10M, PT10M", "PT1S, PT1M", "P9D, PT24H", ", PT5M"})
        void waitsTheIntervalWithinBounds(Duration wanted, Duration wait) {
            assertThat(waited(schedule(LEAST).afterSuccess(wanted))).isEqualTo(wait);
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
    class AfterRateLimit {
        @Test
        void waitsAsLongAsTheServerAsks() {
            assertThat(waited(schedule(LEAST).afterRateLimit(null, 1, Duration.ofHours(2))))
                    .isEqualTo(Duration.ofHours(2));
        }

        @Test
        void backsOff_whenTheServerAsksForLess() {
            assertThat(waited(schedule(LEAST).afterRateLimit(null, 3, Duration.ofSeconds(5))))
                    .isEqualTo(Duration.ofMinutes(20));
            assertThat(waited(schedule(LEAST).afterRateLimit(null, 1, null))).isEqualTo(Duration.ofMinutes(5));
        }

        @Test
        void doesNotSleepForYears_whenTheServerAsksForThem() {
            assertThat(waited(schedule(LEAST).afterRateLimit(null, 1, Duration.ofDays(4_000))))
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
