package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.tocsin.ingest.parse.FeedFile;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(QuickPolls.class)
class PollingIT {
    private static final FeedServer SERVER = new FeedServer();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Test
    void publishesEachArticleOnce_howeverOftenTheFeedIsRead() {
        var reads = new AtomicInteger();
        var id = PolledFeeds.add(SERVER.page("/often.xml", exchange -> {
            reads.incrementAndGet();
            FeedServer.send(exchange, 200, PolledFeeds.titled("Often read"));
        }));
        await().atMost(PATIENCE).until(() -> reads.get() >= 4);
        var feed = PolledFeeds.until(id, f -> f.getInt("articles") == 1);
        assertThat(feed.getString("state")).isEqualTo("ok");
        assertThat(feed.getString("reason")).isNull();
        assertThat(feed.getString("title")).isEqualTo("Valley Courier");
        assertThat(feed.getString("lastNewArticle")).isNotNull();
        var published = PublishedArticles.titled(kafka, "Often read");
        assertThat(published).hasSize(1);
        var message = published.getFirst();
        assertThat(message.key()).isEqualTo(message.article().id());
        assertThat(message.article().feed()).isEqualTo(id);
        assertThat(message.article().publishedAt()).isNull();
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "dev.tocsin.article.fetched.v1")
                .containsEntry("ce_source", "/tocsin/ingest")
                .containsEntry("ce_subject", message.key())
                .containsEntry("content-type", "application/json")
                .containsKey("traceparent");
    }

    @Test
    void asksWithTheEtag_andWithoutItNowAndThen() {
        var id = PolledFeeds.add(SERVER.page("/etag.xml", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            FeedServer.send(exchange, known ? 304 : 200, known ? new byte[0] : PolledFeeds.titled("With an ETag"));
        }));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(SERVER.conditions("/etag.xml"))
                .containsSubsequence("-", "\"v1\"", "-", "\"v1\""));
        assertThat(PolledFeeds.until(id, f -> true).getString("state")).isEqualTo("ok");
        assertThat(PublishedArticles.titled(kafka, "With an ETag")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "html-page.html, an HTML page",
        "odd/refused-nesting.xml, nested deeper",
        "billion-laughs.xml, DOCTYPE",
        "xxe.xml, DOCTYPE",
        "odd/not-a-feed-json.json, no JSON Feed"
    })
    void fails_whenTheBodyIsNoFeed(String file, String reason) {
        PolledFeeds.expectFailure(
                PolledFeeds.add(SERVER.page("/" + file, FeedServer.feed(FeedFile.bytes(file)))), reason);
    }

    @Test
    void fails_whenThePageIsGone_andRecovers() {
        var gone = new AtomicInteger(2);
        var id = PolledFeeds.add(SERVER.page("/back.xml", exchange -> {
            boolean there = gone.decrementAndGet() < 0;
            FeedServer.send(exchange, there ? 200 : 404, there ? PolledFeeds.titled("Back again") : new byte[0]);
        }));
        PolledFeeds.expectFailure(id, "HTTP status 404");
        var feed = PolledFeeds.until(id, f -> f.getString("state").equals("ok"));
        assertThat(feed.getInt("failures")).isZero();
        assertThat(PublishedArticles.titled(kafka, "Back again")).hasSize(1);
    }

    @Test
    void breaksOff_whenTheBodyNeverEnds() {
        var sent = new AtomicLong();
        var id = PolledFeeds.add(SERVER.page("/endless.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var chunk = " ".repeat(1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200 * 1024; i++) {
                exchange.getResponseBody().write(chunk);
                sent.addAndGet(chunk.length);
            }
        }));
        PolledFeeds.expectFailure(id, "larger than " + QuickPolls.MAX_BYTES + " bytes");
        // Not the 200 megabytes that it has, but what the sockets' buffers held when we hung up.
        assertThat(sent.get()).isLessThan(50L * 1024 * 1024);
    }

    @Test
    void breaksOff_whenGzipUnpacksToTooMuch() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[20 * 1024 * 1024]);
        }
        var id = PolledFeeds.add(SERVER.page("/bomb.xml", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, packed.toByteArray());
        }));
        assertThat(packed.size()).isLessThan(QuickPolls.MAX_BYTES);
        PolledFeeds.expectFailure(id, "larger than " + QuickPolls.MAX_BYTES + " bytes");
    }

    @Test
    void timesOut_whenTheBodyDrips() {
        var id = PolledFeeds.add(SERVER.page("/drip.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var done = new CountDownLatch(1);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                awaitMillis(done, 100);
            }
        }));
        PolledFeeds.expectFailure(id, "no whole answer within PT1.5S");
    }

    @Test
    void timesOut_whenTheServerFallsSilent() {
        var id = PolledFeeds.add(SERVER.page("/silent.xml", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            awaitMillis(new CountDownLatch(1), 5_000);
        }));
        PolledFeeds.expectFailure(id, "the server fell silent");
    }

    @Test
    void followsRedirects_butNotForEver() {
        SERVER.page("/moved-to.xml", FeedServer.feed(PolledFeeds.titled("Moved")));
        var moved = PolledFeeds.add(SERVER.page("/moved.xml", redirectTo("/moved-to.xml")));
        PolledFeeds.until(moved, f -> f.getString("state").equals("ok"));
        assertThat(PublishedArticles.titled(kafka, "Moved")).hasSize(1);

        PolledFeeds.expectFailure(
                PolledFeeds.add(SERVER.page("/circle.xml", redirectTo("/circle.xml"))), "redirects lead nowhere");
        for (int i = 0; i < 6; i++) {
            SERVER.page("/hop" + i + ".xml", redirectTo("/hop" + (i + 1) + ".xml"));
        }
        PolledFeeds.expectFailure(
                PolledFeeds.add(SERVER.page("/hop.xml", redirectTo("/hop0.xml"))), "redirects lead nowhere");
        PolledFeeds.expectFailure(
                PolledFeeds.add(SERVER.page("/to-a-file.xml", redirectTo("file:///etc/hostname"))), "");
    }

    @Test
    void asksNoMore_whenThePauseIsOn() {
        var id = PolledFeeds.add(SERVER.page("/pause.xml", FeedServer.feed(PolledFeeds.titled("Before the pause"))));
        PolledFeeds.until(id, f -> f.getString("state").equals("ok"));
        given().contentType(ContentType.JSON)
                .body("{\"paused\":true}")
                .patch("/feeds/" + id)
                .then()
                .statusCode(200);
        int asked = SERVER.conditions("/pause.xml").size();
        // One poll may have been under way; without the pause there would be five.
        await().during(Duration.ofMillis(800))
                .atMost(PATIENCE)
                .until(() -> SERVER.conditions("/pause.xml").size() <= asked + 1);
    }

    @Test
    void readsConfiguredFiles_andSaysWhichAreMissing() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(PublishedArticles.titled(kafka, "Undated")).hasSize(1);
            given().get("/feeds?limit=500").then().body(containsString("no such file"));
        });
    }

    @Test
    void countsPollsArticlesAndFeeds() {
        PolledFeeds.add(SERVER.page("/counted.xml", FeedServer.feed(PolledFeeds.titled("Counted"))));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/q/metrics")
                .then()
                .body(containsString("tocsin_ingest_polls_total{outcome=\"fetched\"}"))
                .body(containsString("tocsin_ingest_articles_total{by=\"feed\",state=\"accepted\"}"))
                .body(containsString("tocsin_ingest_feeds{state=\"ok\"}")));
    }

    private static FeedServer.Page redirectTo(String location) {
        return PolledFeeds.redirect(302, location);
    }

    private static void awaitMillis(CountDownLatch never, long millis) throws IOException {
        try {
            never.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
