package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.SourceOverride;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API shows it.
 *
 * @param interval ISO 8601; null where the standard holds
 * @param reason why it is not {@code ok}
 * @param articles published since it is known
 * @param configured named by the operator's configuration
 */
record FeedView(
        String id,
        String url,
        @Nullable String title,
        FeedState state,
        @Nullable String reason,
        int failures,
        @Nullable Instant lastTry,
        @Nullable Instant lastNewArticle,
        @Nullable Instant nextTry,
        @Nullable String interval,
        long articles,
        SourceOverride source,
        boolean paused,
        boolean configured,
        Instant createdAt) {
    /** A page of the list. */
    record Page(List<FeedView> items, @Nullable String nextCursor) {}

    static FeedView of(Feed feed) {
        var settings = feed.settings();
        var status = feed.status();
        return new FeedView(
                feed.id(),
                feed.address().uri().toString(),
                feed.title(),
                status.state(),
                status.reason(),
                status.failures(),
                status.lastTry(),
                status.lastNewArticle(),
                settings.paused() || status.nextTry().equals(FeedStatus.NEVER) ? null : status.nextTry(),
                settings.interval() == null ? null : settings.interval().toString(),
                status.articles(),
                settings.source(),
                settings.paused(),
                settings.configured(),
                feed.createdAt());
    }
}
