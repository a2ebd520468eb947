package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed brings something new: from the dates of its items, and where they have none, from when new ones were
 * met.
 *
 * @param usual time between two items; null while it cannot be told
 * @param newest when the newest item was published or, undated, first met
 */
public record Rhythm(@Nullable Duration usual, @Nullable Instant newest) {
    public static final Rhythm UNKNOWN = new Rhythm(null, null);

    private static final int FEWEST_DATES = 3;
    private static final int MOST_DATES = 30;
    /** Older items say how the feed was, not how it is. */
    private static final Duration OF_INTEREST = Duration.ofDays(60);
    /** Polls between two items: one in three finds something. */
    private static final int POLLS_AN_ITEM = 3;
    /** A silence counts as a gap once it is this many times as long. */
    private static final int SILENCES_A_GAP = 4;
    /** Weight of the newest gap among those met before (exponential smoothing). */
    private static final double NEWEST_WEIGHT = 0.3;

    private static final Duration SHORTEST_QUIET = Duration.ofDays(1);
    private static final int QUIET_GAPS = 8;

    /** @param fresh items that this poll met for the first time */
    Rhythm after(List<Instant> dates, int fresh, Instant now) {
        var recent = dates.stream()
                .filter(d -> !d.isAfter(now) && d.isAfter(now.minus(OF_INTEREST)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(MOST_DATES)
                .toList();
        if (recent.size() >= FEWEST_DATES) {
            var span = Duration.between(recent.getLast(), recent.getFirst());
            return new Rhythm(span.dividedBy(recent.size() - 1), recent.getFirst());
        }
        if (fresh == 0) {
            return this;
        }
        return newest == null ? new Rhythm(null, now) : new Rhythm(smoothed(fresh, newest, now), now);
    }

    /** How long to wait for the next item; {@code standard} while nothing is known, and longer the longer it is silent. */
    Duration waitFrom(Duration standard, Instant now) {
        var wait = usual == null ? standard : usual.dividedBy(POLLS_AN_ITEM);
        if (newest == null) {
            return wait;
        }
        var silence = Duration.between(newest, now).dividedBy(SILENCES_A_GAP * POLLS_AN_ITEM);
        return silence.compareTo(wait) > 0 ? silence : wait;
    }

    /** Whether it has been silent for far longer than it usually is. */
    public boolean isQuiet(Instant now) {
        if (usual == null || newest == null) {
            return false;
        }
        var patience = usual.multipliedBy(QUIET_GAPS);
        var quietAfter = patience.compareTo(SHORTEST_QUIET) > 0 ? patience : SHORTEST_QUIET;
        return newest.plus(quietAfter).isBefore(now);
    }

    private Duration smoothed(int fresh, Instant before, Instant now) {
        var gap = Duration.between(before, now).dividedBy(fresh);
        return usual == null
                ? gap
                : Duration.ofMillis((long) (usual.toMillis() * (1 - NEWEST_WEIGHT) + gap.toMillis() * NEWEST_WEIGHT));
    }
}
