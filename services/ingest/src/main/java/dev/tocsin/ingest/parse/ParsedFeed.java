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
     */
    record Readable(@Nullable String title, @Nullable String link, @Nullable String language, List<RawItem> items)
            implements ParsedFeed {}

    /** @param reason for people */
    record Unreadable(Failure failure, String reason) implements ParsedFeed {}
}
