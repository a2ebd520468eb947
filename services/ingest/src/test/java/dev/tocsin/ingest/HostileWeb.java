package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A fetcher with limits small enough to meet, the hostile server that it asks, and scales for memory. */
final class HostileWeb {
    static final int MOST = 256 * 1024;
    static final IngestConfig CONFIG = TestConfig.with(Map.of(
            "fetch.max-size", String.valueOf(MOST),
            "fetch.read-timeout", "400ms",
            "fetch.total-timeout", "800ms",
            "fetch.max-redirects", "3"));

    private static final BodyRooms ROOMS = new BodyRooms(1, Duration.ofSeconds(1));

    final RawServer server = new RawServer();
    private final Web web = new Web(CONFIG);
    private final HttpFetcher fetcher = new HttpFetcher(web, CONFIG, InstantSource.system());

    /** Of a feed that the operator named. */
    Failed trusted(String address) {
        return (Failed) fetch(fetcher, address, FeedAccess.OPEN, true);
    }

    /** Of a stranger's feed, at the door already or when it is asked. */
    Failed stranger(String address) {
        return stranger(address, FeedAccess.OPEN);
    }

    Failed stranger(String address, FeedAccess access) {
        try {
            FeedAddress.ofWeb(address);
        } catch (IllegalArgumentException e) {
            return new Failed(Failure.UNREACHABLE, String.valueOf(e.getMessage()));
        }
        return (Failed) fetch(fetcher, address, access, false);
    }

    static FetchOutcome fetch(HttpFetcher fetcher, String address, FeedAccess access, boolean trusted) {
        var uri = URI.create(address);
        try (var room = ROOMS.open()) {
            return fetcher.fetch(new FeedQuestion(uri, uri, trusted, access, Validators.NONE), room);
        }
    }

    /** Bytes that are in use after all that is not has been collected. */
    static long liveHeap() {
        var runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    void close() {
        web.close();
        server.close();
    }
}
