package dev.tocsin.ingest.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feed: where it is, what people decided about it, and what polls found out. */
public record Feed(FeedAddress address, FeedSettings settings, FeedStatus status, Instant createdAt) {
    public String id() {
        return address.id();
    }

    /** What people call it, else what it calls itself; null while nobody has said. */
    public @Nullable String title() {
        return settings.title() == null ? status.declaredTitle() : settings.title();
    }
}
