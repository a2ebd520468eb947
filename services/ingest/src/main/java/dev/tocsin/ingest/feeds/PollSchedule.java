package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again: after its interval while all is well, later and later while it fails, with jitter so that
 * feeds that failed together do not return together.
 *
 * @param standard interval of a feed that has none of its own
 * @param shortest and {@code longest}: no wait is outside
 */
public record PollSchedule(
        InstantSource clock, RandomGenerator random, Duration standard, Duration shortest, Duration longest) {
    /** The wait after a failure is drawn from this share of the full back-off upwards ("equal jitter"). */
    private static final double JITTER_FROM = 0.5;

    private static final int MAX_DOUBLINGS = 20;

    public PollSchedule {
        if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("intervals from " + shortest + " to " + longest + " are no range");
        }
    }

    /** @param wanted the feed's own interval; null for the standard */
    public Instant afterSuccess(@Nullable Duration wanted) {
        return clock.instant().plus(interval(wanted));
    }

    /** @param failures in a row, this one included: the wait doubles with each */
    public Instant afterFailure(@Nullable Duration wanted, int failures) {
        return clock.instant().plus(backOff(wanted, failures));
    }

    /** @param retryAfter the least that the server asks for; null where it asks for nothing */
    public Instant afterRateLimit(@Nullable Duration wanted, int failures, @Nullable Duration retryAfter) {
        var wait = backOff(wanted, failures);
        var asked = retryAfter == null ? Duration.ZERO : bounded(retryAfter);
        return clock.instant().plus(asked.compareTo(wait) > 0 ? asked : wait);
    }

    /** The articles were there and our own channel was not: the feed is not to blame, so it is soon. */
    public Instant afterOurFailure() {
        return clock.instant().plus(shortest);
    }

    private Duration backOff(@Nullable Duration wanted, int failures) {
        var full = interval(wanted);
        for (int i = 1; i <= Math.min(failures, MAX_DOUBLINGS) && full.compareTo(longest) < 0; i++) {
            full = full.multipliedBy(2);
        }
        full = bounded(full);
        double share = JITTER_FROM + (1 - JITTER_FROM) * random.nextDouble();
        return bounded(Duration.ofMillis((long) (full.toMillis() * share)));
    }

    private Duration interval(@Nullable Duration wanted) {
        return bounded(wanted == null ? standard : wanted);
    }

    private Duration bounded(Duration wait) {
        return wait.compareTo(shortest) < 0 ? shortest : wait.compareTo(longest) > 0 ? longest : wait;
    }
}
