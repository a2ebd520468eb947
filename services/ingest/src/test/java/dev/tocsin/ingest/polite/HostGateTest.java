package dev.tocsin.ingest.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HostGateTest {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private final SettableClock clock = new SettableClock();
    private final HostGate gate = new HostGate(clock, 2, DELAY);

    @Test
    void letsOnlySoManyThroughAtATime() {
        var first = gate.tryEnter("one.example").orElseThrow();
        clock.pass(DELAY);
        assertThat(gate.tryEnter("one.example")).isPresent();
        clock.pass(DELAY);
        assertThat(gate.tryEnter("one.example")).isEmpty();
        first.close();
        assertThat(gate.tryEnter("one.example")).isPresent();
    }

    @Test
    void letsTheNextThroughOnlyAfterTheDelay_alsoWhenTheFirstIsOver() {
        gate.tryEnter("one.example").orElseThrow().close();
        clock.pass(DELAY.minusMillis(1));
        assertThat(gate.tryEnter("one.example")).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(gate.tryEnter("one.example")).isPresent();
    }

    @Test
    void makesNoHostWaitForAnother() {
        assertThat(gate.tryEnter("one.example")).isPresent();
        assertThat(gate.tryEnter("other.example")).isPresent();
    }

    @Test
    void isOpenToWhatHasNoHost() {
        for (int i = 0; i < 9; i++) {
            assertThat(gate.tryEnter("")).isPresent();
        }
    }

    @Test
    void countsAPassThatIsClosedTwiceOnce() {
        var first = gate.tryEnter("one.example").orElseThrow();
        clock.pass(DELAY);
        gate.tryEnter("one.example").orElseThrow();
        first.close();
        first.close();
        clock.pass(DELAY);
        assertThat(gate.tryEnter("one.example")).isPresent();
        clock.pass(DELAY);
        assertThat(gate.tryEnter("one.example")).isEmpty();
    }

    @Test
    void holdsAHostThatAskedForPatience() {
        gate.hold("busy.example", Duration.ofSeconds(60));
        gate.hold("busy.example", Duration.ofSeconds(5));
        clock.pass(Duration.ofSeconds(59));
        assertThat(gate.tryEnter("busy.example")).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.tryEnter("busy.example")).isPresent();
    }

    @Test
    void waitsForItsTurn_andGivesUpWithItsPatience() throws InterruptedException {
        var real = new HostGate(InstantSource.system(), 1, Duration.ZERO);
        var inside = real.tryEnter("one.example").orElseThrow();
        assertThat(real.enter("one.example", Duration.ZERO, Duration.ofMillis(20)))
                .isEmpty();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return real.enter("one.example", Duration.ZERO, Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        inside.close();
        assertThat(waiting.join()).isPresent();
    }

    @Test
    void waitsAsLongAsTheHostWishes() throws InterruptedException {
        var real = new HostGate(InstantSource.system(), 9, Duration.ZERO);
        var apart = Duration.ofMillis(60);
        real.enter("one.example", apart, Duration.ofSeconds(9)).orElseThrow().close();
        long begin = System.nanoTime();
        real.enter("one.example", apart, Duration.ofSeconds(9)).orElseThrow().close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(apart.dividedBy(2));
    }
}
