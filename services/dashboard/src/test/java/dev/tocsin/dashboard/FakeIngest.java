package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ingest's feeds in memory, over real HTTP, so that a page can be used as people use it. */
public final class FakeIngest extends FakeServer {
    /** A dashboard that has no other neighbour. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestStack.class),
                    new TestResourceEntry(LocalAdmin.class),
                    new TestResourceEntry(FakeIngest.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private static final Map<String, ObjectNode> FEEDS = new LinkedHashMap<>();
    private static final Map<String, ObjectNode> DELETED = new LinkedHashMap<>();
    static volatile boolean down;

    /** Only these feeds, and all is well. */
    static synchronized void holds(ObjectNode... feeds) {
        FEEDS.clear();
        DELETED.clear();
        down = false;
        Arrays.stream(feeds).forEach(f -> FEEDS.put(f.path("id").asText(), f));
    }

    static synchronized ObjectNode feed(String id) {
        return FEEDS.get(id);
    }

    @Override
    Map<String, String> settings(String url) {
        return Map.of("tocsin.dashboard.archive-url", url, "tocsin.dashboard.ingest-url", url);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (down) {
                send(exchange, 503, problem(503, "the store cannot be reached; send the same again later"));
                return;
            }
            synchronized (FakeIngest.class) {
                var path = exchange.getRequestURI().getPath();
                var call = exchange.getRequestMethod() + " "
                        + path.replaceFirst("^/feeds/(?!facets|deleted|preview|opml|actions)[^/]+", "/feeds/*");
                var id = path.split("/").length > 2 ? path.split("/")[2] : "";
                switch (call) {
                    case "GET /feeds" -> send(exchange, 200, FakeFeedList.of(FEEDS.values(), parameters(exchange)));
                    case "GET /feeds/facets" -> send(exchange, 200, FakeFeedList.facets(FEEDS.values()));
                    case "DELETE /feeds/*" -> {
                        DELETED.put(id, FEEDS.remove(id));
                        exchange.sendResponseHeaders(204, -1);
                    }
                    case "GET /feeds/deleted" -> send(exchange, 200, deleted());
                    case "GET /feeds/*" -> one(exchange, FEEDS.get(id));
                    case "PATCH /feeds/*" ->
                        patch(exchange, FEEDS.get(id), Json.mapper().readTree(body));
                    case "POST /feeds" -> add(exchange, body);
                    case "POST /feeds/preview" ->
                        preview(
                                exchange,
                                Json.mapper().readTree(body).path("url").asText());
                    case "POST /feeds/opml" -> opml(exchange, new String(body, UTF_8));
                    case "POST /feeds/actions" -> act(exchange, Json.mapper().readTree(body));
                    case "POST /feeds/*/restore" -> {
                        restore(id);
                        one(exchange, FEEDS.get(id));
                    }
                    default -> send(exchange, 404, problem(404, "there is no " + path));
                }
            }
        }
    }

    private static void one(HttpExchange exchange, JsonNode feed) throws IOException {
        send(exchange, feed == null ? 404 : 200, feed == null ? problem(404, "there is no such feed") : feed);
    }

    private static void patch(HttpExchange exchange, ObjectNode feed, JsonNode patch) throws IOException {
        if (patch.path("source").path("country").asText("").equals("XX")) {
            var wrong = problem(422, "'source.country' is 'XX', expected two letters of ISO 3166-1, such as KZ");
            send(
                    exchange,
                    422,
                    wrong.put("instance", "/feeds/" + feed.path("id").asText()));
            return;
        }
        patch.properties().forEach(e -> {
            if (e.getKey().equals("source")) {
                ((ObjectNode) feed.path("source")).setAll((ObjectNode) e.getValue());
            } else if (e.getKey().equals("access")) {
                e.getValue().fieldNames().forEachRemaining(k -> ((ObjectNode) feed.path("access")).put(k, true));
            } else {
                feed.set(e.getKey(), e.getValue());
            }
        });
        send(exchange, 200, feed);
    }

    private static void add(HttpExchange exchange, byte[] body) throws IOException {
        if (!"application/x-ndjson".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            var form = Json.mapper().readTree(body);
            var id = form.path("url").asText().replaceAll("https://|\\..*", "");
            var feed = FeedSamples.feed(id, null)
                    .put("state", "new")
                    .put("url", form.path("url").asText());
            FEEDS.put(id, feed);
            send(exchange, 201, feed);
            return;
        }
        send(exchange, 207, FakeLists.added(new String(body, UTF_8), FEEDS));
    }

    private static void preview(HttpExchange exchange, String url) throws IOException {
        var found =
                Json.mapper().createObjectNode().put("url", url).put("id", "x").put("known", false);
        found.putArray("forgiven").add("dates without a zone");
        if (url.startsWith("ftp")) {
            send(
                    exchange,
                    422,
                    problem(
                            422,
                            "'url' is '" + url + "': an address that begins with http:// or https:// is expected"));
        } else if (url.endsWith("/rss")) {
            found.put("readable", true)
                    .put("title", "Steppe Wire")
                    .put("count", 20)
                    .put("language", "ru");
            var item = found.putArray("items").addObject();
            item.put("title", Samples.HOSTILE)
                    .put("excerpt", Samples.TEXT)
                    .put("publishedAt", Instant.now().toString());
            found.putArray("feeds");
            send(exchange, 200, found);
        } else {
            found.put("readable", false).put("reason", "an HTML page, not a feed");
            found.putArray("items");
            found.putArray("feeds")
                    .addObject()
                    .put("url", url.replaceAll("/$", "") + "/rss")
                    .put("title", "All news");
            send(exchange, 200, found);
        }
    }

    private static void opml(HttpExchange exchange, String text) throws IOException {
        if (text.startsWith("<opml>")) {
            send(exchange, 207, FakeLists.tried(text));
        } else {
            var detail = "the list cannot be read, line 1: it begins with <rss>, expected <opml>; nothing was added";
            send(exchange, 400, problem(400, detail));
        }
    }

    private static void act(HttpExchange exchange, JsonNode wanted) throws IOException {
        var ids = new ArrayList<String>();
        wanted.path("ids").forEach(id -> ids.add(id.asText()));
        for (var id : ids) {
            switch (wanted.path("action").asText()) {
                case "delete" -> DELETED.put(id, FEEDS.remove(id));
                case "restore" -> restore(id);
                case "tag" -> ((ArrayNode) FEEDS.get(id).path("tags")).addAll((ArrayNode) wanted.path("tags"));
                default ->
                    FEEDS.get(id).put("paused", wanted.path("action").asText().equals("pause"));
            }
        }
        var done = Json.mapper()
                .createObjectNode()
                .put("action", wanted.path("action").asText());
        done.put("done", ids.size()).putArray("missing");
        send(exchange, 200, done);
    }

    private static void restore(String id) {
        FEEDS.put(id, DELETED.remove(id));
    }

    private static ObjectNode deleted() {
        var list = Json.mapper().createObjectNode();
        var items = list.putArray("items");
        DELETED.forEach((id, feed) -> items.addObject()
                .put("id", id)
                .put("url", feed.path("url").asText())
                .put("title", feed.path("title").asText())
                .put("deletedAt", Instant.now().toString())
                .put("until", Instant.now().plusSeconds(86_400).toString()));
        return list.putNull("nextCursor");
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(p -> p.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
    }

    private static ObjectNode problem(int status, String detail) {
        return Json.mapper()
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", "Wrong")
                .put("status", status)
                .put("detail", detail);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = Json.write(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status >= 400 ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
