package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an article that went out: enough to tell an edit, not the article.
 *
 * @param revision the last that the channel acknowledged
 * @param at when the first went out
 * @param giver who gave it, see {@link Sighting#by()}; null in what versions before this one remember
 * @param title as the giver last gave it
 * @param wording likewise, of what was published
 * @param edits how often it changed
 * @param pending a revision that was perhaps sent; null where all is known
 * @param place where its last revision stands; null where nobody knows
 * @param sightings who carried it, the first of them
 */
public record Seen(
        String id,
        int revision,
        Instant at,
        @Nullable String giver,
        @Nullable String title,
        @Nullable Wording wording,
        Edits edits,
        @Nullable Pending pending,
        @Nullable Place place,
        List<Sighting> sightings) {
    /** So many are kept. */
    public static final int MOST_SIGHTINGS = 20;

    /**
     * A revision that is about to be sent, written down before: whoever finds it after a crash sends the same words under
     * the same number, and other words under the next.
     *
     * @param key of its words or its finding
     * @param finding whether a look at its page found it, and not its giver
     */
    public record Pending(int revision, long key, boolean finding) {}

    boolean wasCarriedBy(String by) {
        return sightings.size() >= MOST_SIGHTINGS || sightings.stream().anyMatch(s -> s.by().equals(by));
    }
}
