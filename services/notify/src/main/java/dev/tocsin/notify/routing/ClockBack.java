package dev.tocsin.notify.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * What tells that the clock was put back: a time that was now when it was written down, and is still to come. What counts from
 * such a time would wait for as long as the clock was put back by.
 */
public final class ClockBack {
    /** The clocks of replicas differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private ClockBack() {}

    /** Whether a time that was now once is from before the clock was put back. */
    public static boolean since(Instant once, Instant now) {
        return once.isAfter(latest(now));
    }

    /** Times that were now once lie no later than this. */
    public static Instant latest(Instant now) {
        return now.plus(SKEW);
    }
}
