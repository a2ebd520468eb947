package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.coding.Packed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Fetched;
import dev.tocsin.ingest.feeds.FetchOutcome.NotModified;
import dev.tocsin.ingest.feeds.FetchOutcome.Throttled;
import dev.tocsin.ingest.feeds.FetchOutcome.Told;
import dev.tocsin.ingest.feeds.Validators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFetcherTest {
    private static final byte[] FEED = "<rss/>".getBytes(StandardCharsets.UTF_8);

    private final FeedServer server = new FeedServer();
    private final IngestConfig config =
            TestConfig.with(Map.of("fetch.user-agent", "Tocsin/0.1 (+https://desk.example)"));
    private final Web web = new Web(config);
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    private FetchOutcome fetch(String address, FeedAccess access, Validators validators) {
        var uri = URI.create(address);
        try (var room = new BodyRooms(1, Duration.ofSeconds(1)).open()) {
            return new HttpFetcher(web, config, InstantSource.system())
                    .fetch(new FeedQuestion(uri, uri, true, access, validators), room);
        }
    }

    /** Remembers a request's headers and answers with these. */
    private String page(String path, int status, Map<String, String> headers, byte[] body) {
        return server.page(path, exchange -> {
            exchange.getRequestHeaders().forEach((name, values) -> seen.put(name, String.join("; ", values)));
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            FeedServer.send(exchange, status, body);
        });
    }

    @Test
    void saysHonestlyWhoItIs_andWhatItUnderstands() {
        fetch(page("/who", 200, Map.of(), FEED), FeedAccess.OPEN, Validators.NONE);
        assertThat(seen)
                .containsEntry("User-agent", "Tocsin/0.1 (+https://desk.example)")
                .containsEntry("Accept-encoding", "gzip, deflate, br, zstd")
                .doesNotContainKeys("If-none-match", "If-modified-since", "Cookie", "Authorization");
        assertThat(seen.get("Accept")).startsWith("application/rss+xml");
    }

    @Test
    void tellsWhatTheHeaderTells() {
        var headers = Map.of(
                "ETag", "\"v1\"",
                "Last-Modified", "Thu, 06 Jan 2022 12:00:00 GMT",
                "Cache-Control", "max-age=600",
                "Content-Type", "application/rss+xml",
                "Content-Encoding", "zstd",
                "Link", "<https://hub.example/>; rel=hub");
        var fetched = (Fetched) fetch(page("/all", 200, headers, Packed.zstd(FEED)), FeedAccess.OPEN, Validators.NONE);
        assertThat(fetched.body()).isEqualTo(FEED);
        assertThat(fetched.contentType()).isEqualTo("application/rss+xml");
        assertThat(fetched.validators()).isEqualTo(new Validators("\"v1\"", "Thu, 06 Jan 2022 12:00:00 GMT"));
        assertThat(fetched.told())
                .isEqualTo(new Told(
                        Duration.ofMinutes(10),
                        URI.create(server.page("/all")),
                        null,
                        List.of("<https://hub.example/>; rel=hub")));
    }

    @Test
    void asksWithTheValidators() {
        var validators = new Validators("\"v1\"", "Thu, 06 Jan 2022 12:00:00 GMT");
        var outcome = fetch(
                page("/same", 304, Map.of("Cache-Control", "max-age=60"), new byte[0]), FeedAccess.OPEN, validators);
        assertThat(outcome)
                .isEqualTo(new NotModified(
                        new Told(Duration.ofMinutes(1), URI.create(server.page("/same")), null, List.of())));
        assertThat(seen)
                .containsEntry("If-none-match", "\"v1\"")
                .containsEntry("If-modified-since", "Thu, 06 Jan 2022 12:00:00 GMT");
    }

    @Test
    void waits_whenAServerIsOverloadedAndSaysHowLong() {
        assertThat(fetch(page("/busy", 503, Map.of("Retry-After", "90"), FEED), FeedAccess.OPEN, Validators.NONE))
                .isEqualTo(new Throttled(Duration.ofSeconds(90)));
        assertThat(fetch(page("/many", 429, Map.of(), FEED), FeedAccess.OPEN, Validators.NONE))
                .isEqualTo(new Throttled(null));
    }

    @Test
    void remembersOnlyThePermanentBeginningOfAWay() {
        var end = page("/end", 200, Map.of(), FEED);
        page("/temporary", 302, Map.of("Location", "/end"), new byte[0]);
        var moved = page("/moved", 308, Map.of("Location", "/temporary"), new byte[0]);
        var outcome = (Fetched) fetch(moved, FeedAccess.OPEN, Validators.NONE);
        assertThat(outcome.told().movedTo()).hasToString(server.page("/temporary"));
        var temporary = (Fetched) fetch(server.page("/temporary"), FeedAccess.OPEN, Validators.NONE);
        assertThat(temporary.told().movedTo()).isNull();
        assertThat(end).endsWith("/end");
    }

    @Test
    void showsSecretsToTheFeedsOwnHost_andDropsThemOnTheWayElsewhere() {
        var access = new FeedAccess(Map.of("X-Key", "k1"), "user", "pw", "a=b", null);
        fetch(page("/own", 200, Map.of(), FEED), access, Validators.NONE);
        assertThat(seen)
                .containsEntry("X-key", "k1")
                .containsEntry("Cookie", "a=b")
                .containsKey("Authorization");

        seen.clear();
        try (var other = new FeedServer()) {
            var elsewhere = other.page("/elsewhere", exchange -> {
                exchange.getRequestHeaders().forEach((name, values) -> seen.put(name, String.join("; ", values)));
                FeedServer.send(exchange, 200, FEED);
            });
            var open = TestConfig.with(Map.of("fetch.allow-private-addresses", "true"));
            var free = new Web(open);
            var uri = URI.create(server.page("/away", exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere);
                FeedServer.send(exchange, 302, new byte[0]);
            }));
            try (var room = new BodyRooms(1, Duration.ofSeconds(1)).open()) {
                var outcome = new HttpFetcher(free, open, InstantSource.system())
                        .fetch(new FeedQuestion(uri, uri, true, access, Validators.NONE), room);
                assertThat(outcome).isInstanceOf(Fetched.class);
            }
            free.close();
        }
        assertThat(seen).containsKey("User-agent").doesNotContainKeys("X-key", "Cookie", "Authorization");
    }

    @Test
    void goesThroughTheProxy_ofTheConfigurationAndOfTheFeed() {
        try (var proxy = new FeedServer()) {
            // a proxy is asked for the whole address; this one gives what it has at its path
            var at = URI.create(proxy.page("/rss", FeedServer.feed(FEED)));
            var access = new FeedAccess(Map.of(), null, null, null, "http://127.0.0.1:" + at.getPort());
            assertThat(fetch("http://courier.example/rss", access, Validators.NONE))
                    .isInstanceOf(Fetched.class);

            var configured = TestConfig.with(Map.of("fetch.proxy", "http://user:pw@127.0.0.1:" + at.getPort()));
            var proxied = new Web(configured);
            var uri = URI.create("http://courier.example/rss");
            try (var room = new BodyRooms(1, Duration.ofSeconds(1)).open()) {
                assertThat(new HttpFetcher(proxied, configured, InstantSource.system())
                                .fetch(new FeedQuestion(uri, uri, false, FeedAccess.OPEN, Validators.NONE), room))
                        .isInstanceOf(Fetched.class);
            }
            proxied.close();
            assertThat(proxy.conditions("/rss")).hasSize(2);
        }
    }

    @Test
    void asksStrangersToo_onNetworksThatTheOperatorAllows() {
        var allowed = TestConfig.with(Map.of("fetch.allowed-networks", "10.9.0.0/16,127.0.0.0/8"));
        var free = new Web(allowed);
        var uri = URI.create(server.page("/inside", FeedServer.feed(FEED)));
        try (var room = new BodyRooms(1, Duration.ofSeconds(1)).open()) {
            assertThat(new HttpFetcher(free, allowed, InstantSource.system())
                            .fetch(new FeedQuestion(uri, uri, false, FeedAccess.OPEN, Validators.NONE), room))
                    .isInstanceOf(Fetched.class);
        }
        free.close();
    }
}
