package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedQuery;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.Why;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A feed with what coverage found out about it.
 *
 * @param silence null while it sends as usual
 */
record KnownFeed(Feed feed, @Nullable Silence silence) {
    static KnownFeed read(Document document) {
        var quiet = document.get(FeedFilter.QUIET, Document.class);
        return new KnownFeed(FeedDocument.read(document), quiet == null ? null : Silence.read(quiet));
    }

    static KnownFeed of(Feed feed) {
        return new KnownFeed(feed, null);
    }

    /** A feed that answers well and says nothing is quiet. */
    String state() {
        var state = feed.status().state();
        return state == FeedState.OK && silence != null ? FeedQuery.QUIET : state.label();
    }

    /** Why it is not {@code ok}. */
    @Nullable
    Why why() {
        var own = feed.status().why();
        return own == null && silence != null ? new Why("less-than-usual", silence.reason()) : own;
    }
}
