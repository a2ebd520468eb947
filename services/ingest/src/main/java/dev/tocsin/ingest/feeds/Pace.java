package dev.tocsin.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What polls have learned about when to poll.
 *
 * @param items that the feed held at its last whole reading: how many may come before one drops out unseen
 * @param sketch of those items
 * @param haste how many times the wait is halved, because items seem to have been missed
 * @param gaps polls that had nothing in common with the poll before: each may have lost items
 * @param lastGap when the last of them was, or haste was last taken back
 */
public record Pace(
        Rhythm rhythm, Hints hints, int items, ItemSketch sketch, int haste, long gaps, @Nullable Instant lastGap) {
    public static final Pace UNKNOWN = new Pace(Rhythm.UNKNOWN, Hints.NONE, 0, ItemSketch.NONE, 0, 0, null);

    private static final int MOST_HASTE = 6;
    /** Haste that has not been needed for so long goes down by one. */
    private static final Duration CALM = Duration.ofHours(12);

    /** @param fresh items that this reading met for the first time */
    public Pace after(Reading reading, int fresh, Instant now) {
        var next = ItemSketch.of(reading.identities());
        boolean gap = next.missesAllOf(sketch);
        boolean calm = haste > 0 && lastGap != null && lastGap.plus(CALM).isBefore(now);
        return new Pace(
                rhythm.after(reading.dates(), fresh, now),
                reading.hints(),
                reading.identities().size(),
                next,
                gap ? Math.min(haste + 1, MOST_HASTE) : calm ? haste - 1 : haste,
                gap ? gaps + 1 : gaps,
                gap || calm ? now : lastGap);
    }

    /** The feed's own lifetime of an answer that brought nothing. */
    public Pace unchanged(@Nullable Duration fresh) {
        return new Pace(rhythm, hints.withFresh(fresh), items, sketch, haste, gaps, lastGap);
    }

    /**
     * The wait that suits the feed: its rhythm, but no shorter than its publisher asks for, unless half of its items would
     * have gone by then; halved for each gap.
     */
    Duration waitFrom(Duration standard, Instant now) {
        var wait = rhythm.waitFrom(standard, now);
        var asked = hints.askedWait().map(this::withoutLoss).orElse(Duration.ZERO);
        return (asked.compareTo(wait) > 0 ? asked : wait).dividedBy(1L << haste);
    }

    private Duration withoutLoss(Duration asked) {
        if (rhythm.usual() == null || items == 0) {
            return asked;
        }
        var half = rhythm.usual().multipliedBy(items).dividedBy(2);
        return asked.compareTo(half) > 0 ? half : asked;
    }
}
