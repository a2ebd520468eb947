package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.notify.delivery.RetrySchedule.Again;
import dev.tocsin.notify.delivery.RetrySchedule.GiveUp;
import dev.tocsin.notify.delivery.RetrySchedule.Next;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant CREATED = Instant.parse("2022-01-06T20:00:00Z");
    private static final Instant NOW = CREATED.plusSeconds(5);
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(15, Duration.ofSeconds(1), Duration.ofMinutes(30), Duration.ofHours(6));

    @ParameterizedTest
    @CsvSource({
        "1,  0,   PT0.5S",
        "1,  0.5, PT0.75S",
        "1,  1,   PT1S",
        "2,  1,   PT2S",
        "5,  1,   PT16S",
        "11, 1,   PT17M4S",
        "12, 1,   PT30M",
        "14, 1,   PT30M",
        "14, 0,   PT15M"
    })
    void doublesTheDelayUpToTheLongest_halfOfItAtRandom(int made, double random, Duration delay) {
        assertThat(after(null, made, random)).isEqualTo(new Again(NOW.plus(delay)));
    }

    @Test
    void comesBackWhenTheReceiverAsks_ifThatIsLater() {
        assertThat(after(Duration.ofMinutes(2), 1, 1)).isEqualTo(new Again(NOW.plusSeconds(120)));
        assertThat(after(Duration.ZERO, 1, 1)).isEqualTo(new Again(NOW.plusSeconds(1)));
    }

    @Test
    void waitsNoLongerThanTheLongestDelay_whateverTheReceiverAsks() {
        assertThat(after(Duration.ofDays(365), 1, 1)).isEqualTo(new Again(NOW.plus(Duration.ofMinutes(30))));
    }

    @Test
    void givesUp_afterTheLastAttempt() {
        assertThat(after(null, 15, 0)).isEqualTo(new GiveUp("answered 503; given up after 15 attempts"));
    }

    @Test
    void givesUp_whenTheNextAttemptWouldBeTooLate() {
        var late = CREATED.plus(Duration.ofHours(6)).minusMillis(100);

        assertThat(SCHEDULE.after(failure(null), 3, CREATED, late, 1))
                .isInstanceOfSatisfying(
                        GiveUp.class, g -> assertThat(g.reason()).contains("later than PT6H after the alert"));
    }

    @Test
    void survivesManyAttempts_withoutOverflow() {
        var patient = new RetrySchedule(1000, Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(1));

        assertThat(patient.after(failure(null), 999, CREATED, NOW, 1))
                .isEqualTo(new Again(NOW.plus(Duration.ofHours(2))));
    }

    @Test
    void namesTheKey_whenItIsConfiguredWrong() {
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new RetrySchedule(0, second, second, second))
                .hasMessageStartingWith("tocsin.notify.retry.attempts is 0");
        assertThatThrownBy(() -> new RetrySchedule(1, Duration.ZERO, second, second))
                .hasMessageStartingWith("tocsin.notify.retry.first-delay is PT0S");
        assertThatThrownBy(() -> new RetrySchedule(1, second, second, second.negated()))
                .hasMessageStartingWith("tocsin.notify.retry.total is PT-1S");
        assertThatThrownBy(() -> new RetrySchedule(1, second, Duration.ofMillis(1), second))
                .hasMessageContaining("less than tocsin.notify.retry.first-delay");
    }

    private static Next after(@Nullable Duration retryAfter, int made, double random) {
        return SCHEDULE.after(failure(retryAfter), made, CREATED, NOW, random);
    }

    private static Outcome.Retryable failure(@Nullable Duration retryAfter) {
        return new Outcome.Retryable(503, "answered 503", retryAfter);
    }
}
