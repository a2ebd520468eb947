package dev.tocsin.archive.intake;

import java.time.Duration;

/**
 * How long to wait between attempts: doubling from the first, up to a ceiling.
 *
 * @param attempts in all, the first included; 1 or more
 * @param first the wait after the first failure
 * @param ceiling the longest wait
 */
public record Backoff(int attempts, Duration first, Duration ceiling) {
    private static final int MOST_DOUBLINGS = 20;

    public Backoff {
        if (attempts < 1) {
            throw new IllegalArgumentException("'attempts' is " + attempts + ", the least is 1");
        }
        if (first.isNegative() || ceiling.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "'first' is " + first + ", expected 0 to 'ceiling', which is " + ceiling);
        }
    }

    /** The wait after the failure of an attempt, counted from 1. */
    public Duration after(int attempt) {
        var wait = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return wait.compareTo(ceiling) < 0 ? wait : ceiling;
    }
}
