package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Invented feeds, as ingest shows them. */
final class FeedSamples {
    private FeedSamples() {}

    /** A feed that does well. */
    static ObjectNode feed(String id, String title, String... tags) {
        var feed = Json.mapper().createObjectNode();
        feed.put("id", id).put("url", "https://" + id + ".example/rss").put("title", title);
        feed.put("state", "ok").put("paused", false).put("articles", 4711).put("failures", 0);
        feed.put("lastTry", Instant.now().minusSeconds(90).toString());
        feed.put("lastNewArticle", Instant.now().minus(Duration.ofMinutes(34)).toString());
        feed.put("nextTry", Instant.now().plusSeconds(210).toString());
        feed.put("fullText", "auto").put("configured", false);
        feed.putNull("language")
                .putNull("interval")
                .putNull("reason")
                .putNull("reasonCode")
                .putNull("quietSince");
        feed.putObject("source").putNull("name").putNull("country").putNull("reliability");
        feed.putObject("access")
                .put("user", false)
                .put("password", false)
                .put("cookies", false)
                .put("proxy", false)
                .putArray("headers");
        var list = feed.putArray("tags");
        Arrays.stream(tags).forEach(list::add);
        arrivals(feed, 24.0, 22, 25, 19, 27, 24, 13, 11, 26, 23, 25, 28, 21, 12, 9);
        return feed;
    }

    static ObjectNode arrivals(ObjectNode feed, Double expected, int... days) {
        var arrivals = feed.putObject("arrivals");
        arrivals.put("expected", expected);
        var list = arrivals.putArray("days");
        Arrays.stream(days).forEach(list::add);
        return feed;
    }
}
