package dev.tocsin.ingest.coverage;

import java.time.Instant;

/**
 * The hours in which this service was at work. What nobody looked for is no silence: a machine that was off overnight
 * wakes up to a day of which it knows half.
 */
public final class Watched {
    private final Hours hours;

    private Watched(Hours hours) {
        this.hours = hours;
    }

    /** @param marks one for each hour */
    public static Watched of(Instant now, Iterable<Long> marks) {
        var hours = Hours.upTo(now);
        for (long hour : marks) {
            if (hours.sum(hour, hour) == 0) {
                hours.add(hour, 1);
            }
        }
        return new Watched(hours);
    }

    /** How many of these hours, both included. */
    int count(long from, long to) {
        return hours.sum(from, to);
    }
}
