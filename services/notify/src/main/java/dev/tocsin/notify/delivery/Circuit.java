package dev.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a receiver is asked at all. After some failures in a row it is left alone for a while (open), then one delivery
 * is tried (half-open), and what comes of it closes or opens it again. After M. Nygard, "Release It!", chapter 5.
 *
 * @param failures in a row
 * @param until left alone; null when it is not
 */
public record Circuit(int failures, @Nullable Instant until) {
    public static final Circuit CLOSED = new Circuit(0, null);

    /** Where a circuit is. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /**
     * @param failures that open it, in a row; at least 1
     * @param pause for which it stays open
     */
    public record Policy(int failures, Duration pause) {
        public Policy {
            if (failures < 1) {
                throw new IllegalArgumentException(
                        "tocsin.notify.circuit.failures is " + failures + ", the least is 1");
            }
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("tocsin.notify.circuit.pause is " + pause + ", not a time to wait");
            }
        }
    }

    public State state(Instant now) {
        if (until == null) {
            return State.CLOSED;
        }
        return now.isBefore(until) ? State.OPEN : State.HALF_OPEN;
    }

    /** Until when the receiver is left alone; null where it is not, also because it would be for longer than it ever is: the clock was put back. */
    public @Nullable Instant leftAlone(Policy policy, Instant now) {
        return until == null || !now.isBefore(until) || until.isAfter(now.plus(policy.pause())) ? null : until;
    }

    /** After an attempt. A receiver that refuses a message answers, so it is well. */
    public Circuit after(Outcome outcome, Policy policy, Instant now) {
        if (!(outcome instanceof Outcome.Retryable)) {
            return CLOSED;
        }
        int inRow = failures + 1;
        return new Circuit(inRow, inRow >= policy.failures() ? now.plus(policy.pause()) : null);
    }
}
