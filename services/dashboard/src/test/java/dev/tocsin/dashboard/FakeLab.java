package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Archive and classify as far as the rule lab and keeping go: one topic {@code quakes}, of which version 2 is in force. */
public final class FakeLab extends FakeServer {
    /** A dashboard that has no other neighbour. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestStack.class),
                    new TestResourceEntry(LocalAdmin.class),
                    new TestResourceEntry(FakeLab.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    static final String YAML = LabSamples.YAML;

    /** The draft that the archive keeps; null for none. */
    static volatile @Nullable ObjectNode draft;

    /** The archive's backtest; null while there was none. */
    static volatile @Nullable ObjectNode backtest;

    /** What was asked, as {@code METHOD path?query body}. */
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    /** Service keys that came along. */
    static final List<String> KEYS = new CopyOnWriteArrayList<>();

    /** What is answered once as a service does that is down. */
    static final Set<String> DOWN = ConcurrentHashMap.newKeySet();

    static void reset() {
        DOWN.clear();
        draft = null;
        backtest = null;
        ASKED.clear();
        KEYS.clear();
    }

    @Override
    Map<String, String> settings(String url) {
        return Map.of("tocsin.dashboard.archive-url", url, "tocsin.dashboard.classify-url", url);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var asked =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var query = exchange.getRequestURI().getQuery();
            ASKED.add(asked + (query == null ? "" : "?" + query) + " " + body);
            KEYS.add(String.valueOf(exchange.getRequestHeaders().getFirst(ServiceKey.HEADER)));
            if (DOWN.remove(asked)) {
                send(exchange, 503, Map.of("status", 503, "detail", "down for a moment"));
                return;
            }
            switch (asked) {
                case "GET /topics/quakes", "GET /topics/quakes/versions/1" ->
                    send(exchange, 200, LabSamples.pack(asked.endsWith("1") ? 1 : 2));
                case "GET /topics/quakes/versions" -> send(exchange, 200, Map.of("items", LabSamples.versions()));
                case "GET /drafts", "GET /holds", "GET /erasures" -> send(exchange, 200, Map.of("items", List.of()));
                case "GET /topics/quakes/draft" -> kept(exchange, draft);
                case "PUT /topics/quakes/draft" -> save(exchange, Json.mapper().readTree(body));
                case "DELETE /topics/quakes/draft" -> {
                    draft = null;
                    exchange.sendResponseHeaders(204, -1);
                }
                case "POST /packs/yaml" -> text(exchange, body.contains("\"version\":1,") ? LabSamples.OLD : YAML);
                case "POST /packs/trial" -> send(exchange, 200, LabSamples.trial(body));
                case "POST /packs/try" -> send(exchange, 200, LabSamples.tried());
                case "POST /packs/check" -> send(exchange, 200, LabSamples.pack(3));
                case "GET /topics/quakes/backtest" -> kept(exchange, backtest);
                case "POST /topics/quakes/backtest" -> {
                    backtest = LabSamples.backtest("running", 400);
                    send(exchange, 202, backtest);
                }
                case "DELETE /topics/quakes/backtest" -> {
                    backtest = LabSamples.backtest("cancelled", 500);
                    send(exchange, 200, backtest);
                }
                case "PUT /stories/s1/hold" -> send(exchange, 200, Map.of("story", "s1"));
                case "DELETE /stories/s1/hold" -> exchange.sendResponseHeaders(204, -1);
                case "DELETE /articles/a1" -> send(exchange, 200, Map.of("article", "a1", "revisions", 1));
                case "GET /archive/export" -> text(exchange, "{\"end\":true,\"documents\":0}\n");
                default -> send(exchange, 404, Map.of("status", 404, "detail", "there is no " + asked));
            }
        }
    }

    private static void kept(HttpExchange exchange, @Nullable ObjectNode kept) throws IOException {
        if (kept == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, 200, kept);
        }
    }

    private static void save(HttpExchange exchange, JsonNode sent) throws IOException {
        var before = draft;
        var match = exchange.getRequestHeaders().getFirst("If-Match");
        int there = before == null ? 0 : before.path("revision").asInt();
        boolean refused = match == null ? there > 0 : !match.equals("\"" + there + "\"");
        if (refused) {
            send(exchange, 412, Map.of("status", 412, "detail", "somebody saved this draft meanwhile"));
            return;
        }
        var made = Json.mapper().createObjectNode().put("topic", "quakes").put("revision", there + 1);
        made.put("text", sent.path("text").asText()).put("savedAt", "2022-01-06T20:00:00Z");
        made.set("base", sent.get("base"));
        draft = made;
        send(exchange, 200, made);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        write(exchange, status, Json.write(body));
    }

    private static void text(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/yaml");
        write(exchange, 200, body.getBytes(UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
