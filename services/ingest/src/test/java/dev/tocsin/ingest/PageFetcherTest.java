package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.coding.Packed;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.polite.HostGate;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {
    private static final byte[] PAGE = "<html><body>Page</body></html>".getBytes(StandardCharsets.UTF_8);

    private final FeedServer server = new FeedServer();
    private final InstantSource clock = InstantSource.system();
    private final IngestConfig config =
            TestConfig.with(Map.of("fetch.allow-private-addresses", "true", "fetch.user-agent", "Tocsin/0.1 (test)"));
    private final Web web = new Web(config);
    private final PageFetcher pages = pages(web, config);

    private PageFetcher pages(Web web, IngestConfig config) {
        var gate = new HostGate(clock, 4, Duration.ZERO);
        var rooms = new BodyRooms(1, Duration.ofSeconds(1));
        return new PageFetcher(web, new Robots(web, gate, rooms, config, clock), gate, rooms, config, clock);
    }

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    private URI page(String path, FeedServer.Page page) {
        return URI.create(server.page(path, page));
    }

    private void robots(String text) {
        server.page("/robots.txt", FeedServer.feed(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void givesThePage_fromWhereRedirectsEnded() {
        var end = page("/end", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, Packed.gzip(PAGE));
        });
        var begin = page("/begin", exchange -> {
            exchange.getResponseHeaders().add("Location", "/end");
            FeedServer.send(exchange, 302, new byte[0]);
        });
        var fetched = (PageOutcome.Fetched) pages.fetch(begin);
        assertThat(fetched.bytes()).isEqualTo(PAGE);
        assertThat(fetched.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(fetched.finalUri()).isEqualTo(end);
    }

    @Test
    void obeysRobots_andAsksForThemOnce() {
        robots("User-agent: tocsin\nDisallow: /closed/");
        var closed = page("/closed/a", FeedServer.feed(PAGE));
        assertThat(pages.fetch(closed))
                .isEqualTo(
                        new PageOutcome.Refused(Failure.ROBOTS, "the robots.txt of 127.0.0.1 closes this page to us"));
        assertThat(pages.fetch(page("/open/a", FeedServer.feed(PAGE)))).isInstanceOf(PageOutcome.Fetched.class);
        assertThat(server.conditions("/closed/a")).isEmpty();
        assertThat(server.conditions("/robots.txt")).hasSize(1);
    }

    @Test
    void obeysTheRobotsOfTheHostThatARedirectLeadsTo() {
        robots("User-agent: *\nDisallow: /closed/");
        var there = server.page("/closed/b", FeedServer.feed(PAGE)).replace("127.0.0.1", "localhost");
        var here = page("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", there);
            FeedServer.send(exchange, 302, new byte[0]);
        });
        assertThat(((PageOutcome.Refused) pages.fetch(here)).reason()).contains("robots.txt of localhost");
        assertThat(server.conditions("/closed/b")).isEmpty();
    }

    @Test
    void asksNothing_whileRobotsCannotBeRead() {
        server.page("/robots.txt", FeedServer.status(500));
        var page = page("/a", FeedServer.feed(PAGE));
        assertThat(((PageOutcome.Refused) pages.fetch(page)).reason()).contains("cannot be read");
        assertThat(server.conditions("/a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void isGone_whenThereIsNoSuchPage(int status) {
        assertThat(pages.fetch(page("/none", FeedServer.status(status)))).isEqualTo(new PageOutcome.Gone(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 451})
    void isRefused_whenTheServerDoesNotLetUsIn(int status) {
        assertThat(pages.fetch(page("/wall", FeedServer.status(status)))).isInstanceOf(PageOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 429, 500, 503})
    void fails_whenTheServerDoes(int status) {
        assertThat(pages.fetch(page("/broken", FeedServer.status(status)))).isInstanceOf(PageOutcome.Failed.class);
    }

    @Test
    void isRefused_whenARiddleStandsInFront() {
        var riddle = "<!doctype html><title>Just a moment...</title>".getBytes(StandardCharsets.UTF_8);
        var outcome = (PageOutcome.Refused) pages.fetch(page("/riddle", FeedServer.feed(riddle)));
        assertThat(outcome.reason()).contains("Cloudflare");
    }

    @Test
    void reachesNothingInside_butForATrustedFeedsOwnHost() {
        var strict = TestConfig.with(Map.of());
        var guarded = new Web(strict);
        var inside = page("/inside", FeedServer.feed(PAGE));
        var refused = (PageOutcome.Refused) pages(guarded, strict).fetch(inside);
        assertThat(refused.failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
        assertThat(server.conditions("/inside")).isEmpty();

        var feed = feed(server.page("/rss"), FeedAccess.OPEN, true);
        assertThat(pages(guarded, strict).fetch(inside, feed)).isInstanceOf(PageOutcome.Fetched.class);
        guarded.close();
    }

    @Test
    void showsAFeedsSecretsToItsOwnHostOnly() {
        var seen = new AtomicReference<String>();
        FeedServer.Page remembering = exchange -> {
            seen.set(cookie(exchange));
            FeedServer.send(exchange, 200, PAGE);
        };
        var own = page("/own", remembering);
        var access = new FeedAccess(Map.of(), null, null, "pass=1", null);
        var feed = feed(server.page("/rss"), access, false);
        pages.fetch(own, feed);
        assertThat(seen).hasValue("pass=1");
        pages.fetch(URI.create(own.toString().replace("127.0.0.1", "localhost")), feed);
        assertThat(seen).hasValue("-");
    }

    private static String cookie(HttpExchange exchange) throws IOException {
        var cookie = exchange.getRequestHeaders().getFirst("Cookie");
        return cookie == null ? "-" : cookie;
    }

    private static Feed feed(String url, FeedAccess access, boolean configured) {
        var settings = new FeedSettings(
                null, null, SourceOverride.NONE, false, configured, List.of(), null, FullText.AUTO, access);
        return new Feed(FeedAddress.ofWeb(url), settings, FeedStatus.unknown(Instant.EPOCH), Instant.EPOCH);
    }
}
