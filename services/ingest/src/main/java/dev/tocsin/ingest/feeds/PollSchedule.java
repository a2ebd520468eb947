package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked again: at people's own interval where they set one, else at the feed's {@link Pace}; later and
 * later while it fails, with jitter so that feeds that failed together do not return together.
 *
 * @param standard interval of a feed whose rhythm is not known yet
 * @param shortest and {@code longest}: no wait is outside
 */
public record PollSchedule(
        InstantSource clock, RandomGenerator random, Duration standard, Duration shortest, Duration longest) {
    /** The wait after a failure is drawn from this share of the full back-off upwards ("equal jitter"). */
    private static final double JITTER_FROM = 0.5;
    /** Feeds that were added together drift apart by up to this share of their waits. */
    private static final double DRIFT = 0.05;

    private static final int MAX_DOUBLINGS = 20;

    public PollSchedule {
        if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("intervals from " + shortest + " to " + longest + " are no range");
        }
    }

    /**
     * @param own people's interval, which wins over all that the feed says; null where the feed's pace decides
     * @param delivered until when a hub delivers what is new, so that polls only make sure; null where none does
     */
    public Instant afterSuccess(@Nullable Duration own, Pace pace, @Nullable Instant delivered) {
        var now = clock.instant();
        if (own != null) {
            return now.plus(bounded(own));
        }
        if (delivered != null) {
            return now.plus(bounded(Duration.between(now, delivered)));
        }
        var wait = bounded(pace.waitFrom(standard, now));
        var drift = Duration.ofMillis((long) (wait.toMillis() * DRIFT * random.nextDouble()));
        return pace.hints().unskipped(now.plus(bounded(wait.plus(drift))), now.plus(longest));
    }

    /** @param failures in a row, this one included: the wait doubles with each */
    public Instant afterFailure(@Nullable Duration own, int failures) {
        return clock.instant().plus(backOff(own, failures));
    }

    /** @param retryAfter the least that the server asks for; null where it asks for nothing */
    public Instant afterThrottling(@Nullable Duration own, int failures, @Nullable Duration retryAfter) {
        var wait = backOff(own, failures);
        var asked = retryAfter == null ? Duration.ZERO : bounded(retryAfter);
        return clock.instant().plus(asked.compareTo(wait) > 0 ? asked : wait);
    }

    /** The articles were there and our own channel was not: the feed is not to blame, so it is soon. */
    public Instant afterOurFailure() {
        return clock.instant().plus(shortest);
    }

    private Duration backOff(@Nullable Duration own, int failures) {
        var full = bounded(own == null ? standard : own);
        for (int i = 1; i <= Math.min(failures, MAX_DOUBLINGS) && full.compareTo(longest) < 0; i++) {
            full = full.multipliedBy(2);
        }
        full = bounded(full);
        double share = JITTER_FROM + (1 - JITTER_FROM) * random.nextDouble();
        return bounded(Duration.ofMillis((long) (full.toMillis() * share)));
    }

    private Duration bounded(Duration wait) {
        return wait.compareTo(shortest) < 0 ? shortest : wait.compareTo(longest) > 0 ? longest : wait;
    }
}
