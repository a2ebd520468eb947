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
import java.util.HashMap;
import java.util.Map;

/** A fetcher with limits small enough to meet, the hostile server that it asks, and scales for memory. */
final class HostileWeb {
    static final int MOST = 256 * 1024;
    /** Short enough to be met by those who answer never, long enough for a busy machine to be right about all others. */
    private static final Map<String, String> IMPATIENT =
            Map.of("fetch.read-timeout", "900ms", "fetch.total-timeout", "3s");

    private static final BodyRooms ROOMS = new BodyRooms(1, Duration.ofSeconds(1));

    final RawServer server = new RawServer();
    private final Web web;
    private final HttpFetcher fetcher;

    private HostileWeb(Map<String, String> patience) {
        var settings = new HashMap<>(patience);
        settings.put("fetch.max-size", String.valueOf(MOST));
        settings.put("fetch.max-redirects", "3");
        var config = TestConfig.with(settings);
        web = new Web(config);
        fetcher = new HttpFetcher(web, config, InstantSource.system());
    }

    /** For servers of which some answer slowly, or never. */
    static HostileWeb impatient() {
        return new HostileWeb(IMPATIENT);
    }

    /** For servers that answer. */
    static HostileWeb patient() {
        return new HostileWeb(Map.of());
    }

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
