package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Instant NOW = Instant.parse("2022-01-06T20:00:00Z");
    private static final Circuit.Policy POLICY = new Circuit.Policy(3, Duration.ofMinutes(1));
    private static final Outcome FAILED = new Outcome.Retryable(503, "answered 503", null);
    private static final Outcome DELIVERED = new Outcome.Delivered(204);

    @Test
    void opens_afterFailuresInARow() {
        assertThat(failed(2).state(NOW)).isEqualTo(Circuit.State.CLOSED);
        assertThat(failed(3).state(NOW)).isEqualTo(Circuit.State.OPEN);
    }

    @Test
    void countsAnew_afterASuccess() {
        var circuit = failed(2).after(DELIVERED, POLICY, NOW).after(FAILED, POLICY, NOW);

        assertThat(circuit).isEqualTo(new Circuit(1, null));
    }

    @Test
    void isHalfOpen_whenItsPauseIsOver_andTheProbeDecides() {
        var later = NOW.plusSeconds(60);
        assertThat(failed(3).state(later)).isEqualTo(Circuit.State.HALF_OPEN);

        assertThat(failed(3).after(DELIVERED, POLICY, later)).isEqualTo(Circuit.CLOSED);
        assertThat(failed(3).after(FAILED, POLICY, later).until()).isEqualTo(later.plusSeconds(60));
    }

    @Test
    void staysClosed_whenTheReceiverRefusesAMessage() {
        assertThat(failed(2).after(new Outcome.Refused(400, "answered 400"), POLICY, NOW))
                .isEqualTo(Circuit.CLOSED);
    }

    @Test
    void namesTheKey_whenThePolicyIsNone() {
        assertThatThrownBy(() -> new Circuit.Policy(0, Duration.ofMinutes(1))).hasMessageContaining("circuit.failures");
        assertThatThrownBy(() -> new Circuit.Policy(1, Duration.ZERO)).hasMessageContaining("circuit.pause");
    }

    private static Circuit failed(int times) {
        var circuit = Circuit.CLOSED;
        for (int i = 0; i < times; i++) {
            circuit = circuit.after(FAILED, POLICY, NOW);
        }
        return circuit;
    }
}
