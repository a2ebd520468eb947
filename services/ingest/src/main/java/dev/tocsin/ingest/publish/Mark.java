package dev.tocsin.ingest.publish;

import dev.tocsin.ingest.edit.Wording;
import org.jspecify.annotations.Nullable;

/** One change of what is remembered of an article. */
public sealed interface Mark {
    String id();

    /** It went out for the first time. */
    record First(Seen seen) implements Mark {
        @Override
        public String id() {
            return seen.id();
        }
    }

    /** What goes by this id is the article of another id: its page names another address as its own, or is named so. */
    record Alias(String id, String of) implements Mark {}

    /** Another one carries it too. */
    record Sighted(String id, Sighting sighting) implements Mark {}

    /** An edit was kept back. */
    record Held(String id, long words) implements Mark {}

    /** Whoever remembered it knew nothing of edits yet. */
    record Adopted(String id, String giver, @Nullable String title, Wording wording, Sighting sighting)
            implements Mark {}

    /** A revision is about to be sent. */
    record Pending(String id, Seen.Pending pending) implements Mark {}

    /**
     * A revision went out, and nothing is pending any more.
     *
     * @param title null with {@code wording}, where both stay
     */
    record Revised(
            String id,
            int revision,
            @Nullable String title,
            @Nullable Wording wording,
            Edits edits,
            @Nullable Place place)
            implements Mark {}
}
