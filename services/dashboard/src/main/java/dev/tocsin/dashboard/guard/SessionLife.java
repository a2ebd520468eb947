package dev.tocsin.dashboard.guard;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param idle the longest time without a request
 * @param absolute the longest time in all
 */
public record SessionLife(Duration idle, Duration absolute) {
    /** A session's last sign of life is written down this often, not at each request. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    public boolean isOver(Instant created, Instant seen, Instant now) {
        return now.isAfter(seen.plus(idle).plus(PRECISION)) || now.isAfter(created.plus(absolute));
    }

    /** Whether a new sign of life is worth writing down. */
    public static boolean isStale(Instant seen, Instant now) {
        return now.isAfter(seen.plus(PRECISION));
    }
}
