package dev.tocsin.ingest;

import dev.tocsin.ingest.article.FeedArticles;
import dev.tocsin.ingest.article.Limits;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Blocked;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.Gone;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.Throttled;
import dev.tocsin.ingest.feeds.Why;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Asks for an address once, as a poll would, and shows what it would make of the answer. */
final class FeedPreview {
    private static final int ITEMS = 10;

    /** Asks for a feed that nobody vouches for, with its own access. */
    @FunctionalInterface
    interface Asking {
        FetchOutcome ask(Feed feed);
    }

    /** Finds the feeds that a page names in its head. */
    @FunctionalInterface
    interface PageLinks {
        List<PreviewView.Link> in(byte[] page, @Nullable String contentType, URI address);
    }

    private final Asking asking;
    private final PageLinks links;
    private final Limits limits;
    /** As for polls: one tree at a time, and no more than one preview waits on the web for each. */
    private final Semaphore one = new Semaphore(1);

    FeedPreview(Asking asking, PageLinks links, Limits limits) {
        this.asking = asking;
        this.links = links;
        this.limits = limits;
    }

    PreviewView of(Feed feed, boolean known, Instant now) throws InterruptedException {
        return switch (asking.ask(feed)) {
            case Fetched fetched -> {
                one.acquire();
                try {
                    yield read(feed, known, fetched, now);
                } finally {
                    one.release();
                }
            }
            case Failed failed -> PreviewView.unreadable(feed, known, failed.why(), List.of());
            case Throttled(var wait) ->
                PreviewView.unreadable(
                        feed, known, new Why("throttled", "its server asks for fewer requests: try later"), List.of());
            case Blocked(var why) -> PreviewView.unreadable(feed, known, why, List.of());
            case Gone() ->
                PreviewView.unreadable(
                        feed, known, new Why("gone", "its server says that it is gone for good"), List.of());
            case NotModified(var told) ->
                PreviewView.unreadable(
                        feed, known, new Why("http-304", "its server says that nothing has changed"), List.of());
        };
    }

    private PreviewView read(Feed feed, boolean known, Fetched fetched, Instant now) {
        return switch (FeedParser.parse(
                fetched.body(), fetched.contentType(), feed.address().uri().toString())) {
            case Unreadable(var failure, var reason) ->
                PreviewView.unreadable(
                        feed,
                        known,
                        new Why(failure.label(), reason),
                        links.in(
                                fetched.body(),
                                fetched.contentType(),
                                feed.address().uri()));
            case Readable readable -> {
                var items = new FeedArticles(feed, readable, limits, now)
                        .stream().limit(ITEMS).map(PreviewView.Item::of).toList();
                yield new PreviewView(
                        feed.address().uri().toString(),
                        feed.id(),
                        known,
                        true,
                        null,
                        null,
                        readable.title(),
                        readable.link(),
                        readable.language(),
                        readable.items().size(),
                        items,
                        readable.forgiven(),
                        List.of());
            }
        };
    }
}
