package dev.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a delivery is tried again: exponential back-off with equal jitter (half of each delay is fixed, half is random),
 * so that receivers which failed together are not asked together.
 *
 * @param attempts the most attempts, 1 or more
 * @param firstDelay after the first attempt; doubles with each further one
 * @param maxDelay the longest delay, also when a receiver asks for a longer one
 * @param total how long after its alert arrived a delivery is tried at all
 */
public record RetrySchedule(int attempts, Duration firstDelay, Duration maxDelay, Duration total) {
    /** Beyond it the doubled delay would overflow; every sensible delay has met its maximum long before. */
    private static final int MOST_DOUBLINGS = 30;

    public RetrySchedule {
        if (attempts < 1) {
            throw new IllegalArgumentException("tocsin.notify.retry.attempts is " + attempts + ", the least is 1");
        }
        positive(firstDelay, "first-delay");
        positive(total, "total");
        if (maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("tocsin.notify.retry.max-delay is " + maxDelay
                    + ", less than tocsin.notify.retry.first-delay, which is " + firstDelay);
        }
    }

    /** What happens after an attempt that failed. */
    public sealed interface Next {}

    /** Another attempt, not before then. */
    public record Again(Instant at) implements Next {}

    /** No further attempt. */
    public record GiveUp(String reason) implements Next {}

    /**
     * What happens after a retryable attempt.
     *
     * @param made attempts made so far, the failed one included
     * @param created when the delivery was recorded
     * @param random from 0 to 1
     */
    public Next after(Outcome.Retryable outcome, int made, Instant created, Instant now, double random) {
        if (made >= attempts) {
            return new GiveUp(outcome.reason() + "; given up after " + made + " attempts");
        }
        var at = now.plus(delay(outcome, made, random));
        if (at.isAfter(created.plus(total))) {
            return new GiveUp(outcome.reason() + "; given up, the next attempt would be later than " + total
                    + " after the alert");
        }
        return new Again(at);
    }

    private Duration delay(Outcome.Retryable outcome, int made, double random) {
        var doubled = shorter(firstDelay.multipliedBy(1L << Math.min(made - 1, MOST_DOUBLINGS)), maxDelay);
        var half = doubled.dividedBy(2);
        var jittered = half.plusNanos((long) (half.toNanos() * random));
        var asked = outcome.retryAfter();
        return asked == null || asked.compareTo(jittered) < 0 ? jittered : shorter(asked, maxDelay);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void positive(Duration value, String key) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("tocsin.notify.retry." + key + " is " + value + ", not a time to wait");
        }
    }
}
