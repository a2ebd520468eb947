package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often an article changed, to tell a newsroom at work from a server that gives two texts by turns.
 *
 * @param day the day of the last edit, in days since 1970 (UTC)
 * @param today edits of that day
 * @param past hashes of earlier words, the latest last
 * @param held the words of the last edit that was kept back; null for none
 */
public record Edits(long day, int today, List<Long> past, @Nullable Long held) {
    public static final Edits NONE = new Edits(0, 0, List.of(), null);

    private static final int REMEMBERED = 5;

    /**
     * Whether one more may go out: so many a day, and back to earlier words only as the first of its day.
     *
     * @param most edits of an article in a day
     */
    boolean allow(Wording next, Instant now, int most) {
        int before = day(now) == day ? today : 0;
        return before < most && (before == 0 || !past.contains(next.words()));
    }

    Edits after(@Nullable Wording old, Instant now) {
        var words = new ArrayList<>(past);
        if (old != null) {
            words.add(old.words());
        }
        var latest = words.subList(Math.max(0, words.size() - REMEMBERED), words.size());
        return new Edits(day(now), day(now) == day ? today + 1 : 1, List.copyOf(latest), null);
    }

    private static long day(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
