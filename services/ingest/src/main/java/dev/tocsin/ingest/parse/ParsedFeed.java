package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.feeds.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bytes of a feed turned out to be. */
public sealed interface ParsedFeed {
    /**
     * @param title what it calls itself
     * @param link to the site it belongs to
     * @param language that it claims for all its items
     * @param hints what it says of when and how to ask for it
     * @param forgiven stable codes of what it does otherwise than its format demands, such as {@code truncated}: then
     *     the last item may be cut short
     */
    record Readable(
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            List<RawItem> items,
            FeedHints hints,
            List<String> forgiven)
            implements ParsedFeed {
        public Readable {
            items = List.copyOf(items);
            forgiven = List.copyOf(forgiven);
        }
    }

    /** @param reason for people */
    record Unreadable(Failure failure, String reason) implements ParsedFeed {}
}
