package dev.tocsin.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final List<Duration> slept = new ArrayList<>();
    private int calls;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void givesTheResult_whenTheWorkSucceedsInTheEnd() {
        assertThat(retry(4).call(() -> failing(3))).isEqualTo("done");
        assertThat(slept).containsExactly(millis(100), millis(200), millis(400));
    }

    @Test
    void givesUpWithTheLastFailure_whenTheAttemptsAreUsedUp() {
        assertThatThrownBy(() -> retry(6).call(() -> failing(99))).hasMessage("attempt 6");
        assertThat(slept).containsExactly(millis(100), millis(200), millis(400), millis(500), millis(500));
    }

    @Test
    void triesOnce_whenTheFailureWillNotPass() {
        assertThatThrownBy(() -> retry(6).call(() -> {
                    calls++;
                    throw new IllegalArgumentException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void stopsAtOnce_whenTheServiceStops() {
        var retry = new Retry(
                new Backoff(6, millis(100), millis(500)),
                _ -> {
                    throw new InterruptedException();
                },
                _ -> true,
                (_, _, _) -> {});

        assertThatThrownBy(() -> retry.call(() -> failing(99))).hasMessage("attempt 1");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatThrownBy(() -> new Backoff(0, millis(1), millis(2))).hasMessageContaining("'attempts' is 0");
        assertThatThrownBy(() -> new Backoff(1, millis(3), millis(2))).hasMessageContaining("'first' is PT0.003S");
        assertThatThrownBy(() -> new Backoff(1, millis(-3), millis(2))).hasMessageContaining("'first'");
    }

    @Test
    void neverWaitsLongerThanTheCeiling_howeverOftenItFailed() {
        assertThat(new Backoff(1_000_000, millis(1), millis(500)).after(999_999))
                .isEqualTo(millis(500));
    }

    private Retry retry(int attempts) {
        return new Retry(
                new Backoff(attempts, millis(100), millis(500)),
                slept::add,
                IllegalStateException.class::isInstance,
                (_, _, _) -> {});
    }

    private String failing(int times) {
        if (++calls <= times) {
            throw new IllegalStateException("attempt " + calls);
        }
        return "done";
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
