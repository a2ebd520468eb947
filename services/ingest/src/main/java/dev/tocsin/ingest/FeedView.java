package dev.tocsin.ingest;

import dev.tocsin.ingest.coverage.Hours;
import dev.tocsin.ingest.coverage.Usual;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.SourceOverride;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the API shows it.
 *
 * @param state of {@code FeedState}, or {@code quiet}
 * @param reason why it is not {@code ok}
 * @param reasonCode the same as a word that stays; null where there is no reason, or an earlier version wrote it
 * @param quietSince when it began to send far less than its usual
 * @param nextTry null where there will be none
 * @param interval ISO 8601; null where the feed's own rhythm decides
 * @param articles published since it is known
 * @param arrivals new articles of late
 * @param configured named by the operator's configuration
 * @param language as the desk declares it
 */
record FeedView(
        String id,
        String url,
        @Nullable String title,
        String state,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable Instant quietSince,
        int failures,
        @Nullable Instant lastTry,
        @Nullable Instant lastNewArticle,
        @Nullable Instant nextTry,
        @Nullable String interval,
        long articles,
        Arrivals arrivals,
        SourceOverride source,
        List<String> tags,
        @Nullable String language,
        FullText fullText,
        Access access,
        boolean paused,
        boolean configured,
        Instant createdAt) {
    static final int DAYS = 14;

    /** A page of the list. */
    record Page(List<FeedView> items, @Nullable String nextCursor) {}

    /**
     * Articles a day.
     *
     * @param expected in a day, from the days before today; null while there are too few to tell
     * @param days in each of the last 14 days (UTC), today last
     */
    record Arrivals(@Nullable Double expected, int[] days) {
        static final Arrivals NONE = new Arrivals(null, new int[DAYS]);

        static Arrivals of(Hours hours) {
            return new Arrivals(Usual.perDay(hours), hours.lastDays(DAYS));
        }
    }

    /** What is set of {@link FeedAccess}; the secrets themselves never leave. */
    record Access(SortedSet<String> headers, boolean user, boolean password, boolean cookies, boolean proxy) {
        static Access of(FeedAccess access) {
            return new Access(
                    new TreeSet<>(access.headers().keySet()),
                    access.user() != null,
                    access.password() != null,
                    access.cookies() != null,
                    access.proxy() != null);
        }
    }

    static FeedView of(KnownFeed known, @Nullable Hours hours) {
        var feed = known.feed();
        var settings = feed.settings();
        var status = feed.status();
        var why = known.why();
        return new FeedView(
                feed.id(),
                feed.address().uri().toString(),
                feed.title(),
                known.state(),
                why == null ? null : why.words(),
                why == null || why.code().isEmpty() ? null : why.code(),
                known.silence() == null ? null : known.silence().since(),
                status.failures(),
                status.lastTry(),
                status.lastNewArticle(),
                settings.paused() || status.nextTry().equals(FeedStatus.NEVER) ? null : status.nextTry(),
                settings.interval() == null ? null : settings.interval().toString(),
                status.articles(),
                hours == null ? Arrivals.NONE : Arrivals.of(hours),
                settings.source(),
                settings.tags(),
                settings.language(),
                settings.fullText(),
                Access.of(settings.access()),
                settings.paused(),
                settings.configured(),
                feed.createdAt());
    }
}
