package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.Hints;
import dev.tocsin.ingest.feeds.Reading;
import dev.tocsin.ingest.parse.FeedHints;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.RawItem;
import dev.tocsin.ingest.websub.Hub;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses what came, few at a time, and picks from it what the schedule needs. */
@ApplicationScoped
class FeedReading {
    /** A parsed feed is many times its bytes: each tree in memory at a time is given so much of the heap. */
    private static final long HEAP_A_TREE = 48L * 1024 * 1024;

    private final Semaphore parsing = new Semaphore(atOnce());

    /** What a feed's own address gave, or a hub in its name. */
    ParsedFeed parse(Feed feed, byte[] body, @Nullable String contentType) {
        return parse(feed.address().isFile() ? null : feed.address().uri(), body, contentType);
    }

    /** @param base what relative links start from where the feed names none; null for a file */
    ParsedFeed parse(@Nullable URI base, byte[] body, @Nullable String contentType) {
        parsing.acquireUninterruptibly();
        try {
            return FeedParser.parse(body, contentType, base == null ? null : base.toString());
        } finally {
            parsing.release();
        }
    }

    /** @param fresh how long the answer holds; null where its server does not say */
    static Reading reading(Readable feed, @Nullable Duration fresh) {
        return new Reading(
                feed.items().stream().flatMap(FeedReading::identity).toList(),
                feed.items().stream()
                        .map(RawItem::published)
                        .filter(Objects::nonNull)
                        .toList(),
                hints(feed.hints()).withFresh(fresh));
    }

    /** The hub that the answer or the feed in it names. */
    static Optional<Hub> hub(Feed feed, List<String> links, Readable readable) {
        var said = readable.hints();
        var hub = said.hubs().isEmpty() ? null : said.hubs().getFirst();
        return Hub.of(feed.address().uri(), links, hub, said.self());
    }

    private static Hints hints(FeedHints said) {
        return new Hints(said.ttl(), said.updateEvery(), said.skipHours(), said.skipDays(), null);
    }

    private static Stream<String> identity(RawItem item) {
        return Stream.of(item.guid(), item.link(), item.title().toString())
                .filter(Objects::nonNull)
                .limit(1);
    }

    private static int atOnce() {
        long byHeap = Runtime.getRuntime().maxMemory() / HEAP_A_TREE;
        return Math.clamp(byHeap, 1, Runtime.getRuntime().availableProcessors());
    }
}
