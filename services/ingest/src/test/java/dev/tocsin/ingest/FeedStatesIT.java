package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How a feed comes into each of its states, and out of it. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(QuickPolls.class)
class FeedStatesIT {
    private static final FeedServer SERVER = new FeedServer();
    private static final Duration PATIENCE = PolledFeeds.PATIENCE;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Test
    void waits_whenTheServerAsksForPatience_andItsOtherFeedsWaitToo() {
        SERVER.page("/busy.xml", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            FeedServer.send(exchange, 429, new byte[0]);
        });
        SERVER.page("/beside-busy.xml", FeedServer.feed(PolledFeeds.titled("Beside")));
        // A host of its own, for all feeds of a host wait.
        var busy = SERVER.page("/busy.xml").replace("127.0.0.1", "localhost");
        assertThat(PolledFeeds.until(PolledFeeds.add(busy), f -> !f.getString("state")
                                .equals("new"))
                        .getString("state"))
                .isEqualTo("throttled");
        PolledFeeds.add(busy.replace("busy", "beside-busy"));
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> SERVER.conditions("/beside-busy.xml")
                .isEmpty());
    }

    @Test
    void asksNoMore_whenTheFeedIsGone() {
        var id = PolledFeeds.add(SERVER.page("/gone.xml", FeedServer.status(410)));
        var feed = PolledFeeds.until(id, f -> f.getString("state").equals("gone"));
        assertThat(feed.getString("reason")).contains("410");
        assertThat(feed.getString("reasonCode")).isEqualTo("gone");
        assertThat(feed.getString("nextTry")).isNull();
        assertThat(SERVER.conditions("/gone.xml")).hasSize(1);
    }

    @Test
    void isBlocked_whenTheServerDoesNotLetUsIn() {
        var page = "<!doctype html><title>Just a moment...</title>".getBytes(StandardCharsets.UTF_8);
        var riddle = PolledFeeds.add(SERVER.page("/riddle.xml", exchange -> FeedServer.send(exchange, 503, page)));
        assertThat(PolledFeeds.until(riddle, f -> f.getString("state").equals("blocked"))
                        .getString("reason"))
                .contains("Cloudflare");
        var login = PolledFeeds.add(SERVER.page("/login.xml", FeedServer.status(401)));
        var closed = PolledFeeds.until(login, f -> f.getString("state").equals("blocked"));
        assertThat(closed.getString("reason")).contains("password");
        assertThat(closed.getString("reasonCode")).isEqualTo("login");
    }

    @Test
    void asksAtTheNewAddress_whenAFeedHasMovedForGood() {
        var moved = SERVER.page("/new-home.xml", FeedServer.feed(PolledFeeds.titled("New home")));
        var id = PolledFeeds.add(SERVER.page("/old-home.xml", PolledFeeds.redirect(301, "/new-home.xml")));
        var feed = PolledFeeds.until(id, f -> f.getString("reason") != null);
        assertThat(feed.getString("reason")).isEqualTo("it has moved to " + moved + " and is read there");
        int asked = SERVER.conditions("/old-home.xml").size();
        int there = SERVER.conditions("/new-home.xml").size();
        await().atMost(PATIENCE).until(() -> SERVER.conditions("/new-home.xml").size() > there + 2);
        assertThat(SERVER.conditions("/old-home.xml").size()).isLessThanOrEqualTo(asked + 1);

        SERVER.page("/new-home.xml", FeedServer.status(404));
        SERVER.page("/old-home.xml", FeedServer.feed(PolledFeeds.titled("Old home again")));
        PolledFeeds.until(id, f -> f.getString("state").equals("ok") && f.getString("reason") == null);
        assertThat(PublishedArticles.titled(kafka, "Old home again")).hasSize(1);
    }
}
