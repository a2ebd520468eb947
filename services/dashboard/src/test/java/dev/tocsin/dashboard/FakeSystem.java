package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A whole Tocsin as the status page asks it, over real HTTP: health, pace, deliveries, and dead letters that can be decided on. */
public final class FakeSystem extends FakeServer {
    /** A dashboard in the middle of it, with a real broker. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestStack.class),
                    new TestResourceEntry(LocalAdmin.class),
                    new TestResourceEntry(FakeSystem.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    static final String CAUSE = "'publishedAt' is no time: # " + Samples.HOSTILE;
    private static final String TOPIC = "tocsin.articles-fetched.v1";

    /** Bodies of decisions, as they came. */
    static final List<String> DECIDED = new CopyOnWriteArrayList<>();

    /** Bodies of silences, as they came. */
    static final List<String> SILENCED = new CopyOnWriteArrayList<>();

    private static final List<ObjectNode> LETTERS = new ArrayList<>();

    /** Whether articles came in the last minutes. */
    static volatile boolean busy = true;

    /** So many letters wait, of one cause. */
    static synchronized void waits(int letters) {
        LETTERS.clear();
        DECIDED.clear();
        for (int i = 0; i < letters; i++) {
            LETTERS.add(Json.mapper()
                    .createObjectNode()
                    .put("id", "letter-" + i)
                    .put("service", "language")
                    .put("channel", "articles-fetched")
                    .put("kafkaTopic", TOPIC)
                    .put("partition", i % 3)
                    .put("offset", 4_711 + i)
                    .put("reason", "'publishedAt' is no time: " + i + " " + Samples.HOSTILE)
                    .put("kind", CAUSE)
                    .put("at", Instant.now().minusSeconds(60L * i).toString())
                    .put("encoding", "text")
                    .put("excerpt", "{\"publishedAt\": \"yesterday\u202e\", \"title\": \"" + Samples.HOSTILE + "\"}")
                    .put("replayable", true)
                    .put("state", "waiting"));
        }
    }

    @Override
    Map<String, String> settings(String url) {
        var urls = new java.util.HashMap<String, String>();
        for (var neighbour : Neighbour.values()) {
            urls.put("tocsin.dashboard." + neighbour.label() + "-url", url);
        }
        return urls;
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            synchronized (FakeSystem.class) {
                var path = exchange.getRequestURI().getPath();
                send(exchange, exchange.getRequestMethod().equals("GET") ? tell(path) : decide(path, body));
            }
        }
    }

    private static Object tell(String path) {
        return switch (path) {
            case "/q/health" -> Map.of("status", "UP", "version", "1.4.2", "checks", List.of());
            case "/status" ->
                Map.of(
                        "articles",
                        182_344,
                        "stories",
                        1_207,
                        "alerts",
                        3_420,
                        "verdicts",
                        711,
                        "topics",
                        3,
                        "newestArticle",
                        Instant.now().minusSeconds(8).toString(),
                        "newestAlert",
                        Instant.now().minusSeconds(400).toString());
            case "/status/pace" -> FakePace.of(busy);
            case "/dead-letters" -> list(List.copyOf(LETTERS));
            case "/dead-letters/kinds" -> list(kinds());
            case "/receivers" -> list(List.of(FakeDeliveries.receiver()));
            case "/deliveries" -> list(List.of(FakeDeliveries.failed()));
            case "/routes" -> list(FakeDeliveries.routes());
            case "/topics" ->
                list(List.of(Map.of("id", "protests", "name", Map.of("en", "Protests", "ru", "Протесты"))));
            case "/silences" -> list(List.of(FakeDeliveries.silence()));
            default -> list(List.of());
        };
    }

    private static List<Object> kinds() {
        return LETTERS.isEmpty()
                ? List.of()
                : List.of(Map.of(
                        "service",
                        "language",
                        "kafkaTopic",
                        TOPIC,
                        "kind",
                        CAUSE,
                        "count",
                        LETTERS.size(),
                        "newest",
                        LETTERS.getFirst().path("at").asText()));
    }

    private static Object decide(String path, String body) throws IOException {
        if (path.startsWith("/silences")) {
            SILENCED.add(body);
            return Map.of("id", "silence-2");
        }
        DECIDED.add(path + " " + body);
        if (path.endsWith("/actions")) {
            int done = LETTERS.size();
            LETTERS.clear();
            return Map.of(
                    "action",
                    read(body).path("action").asText(),
                    "done",
                    done,
                    "refused",
                    List.of(),
                    "remaining",
                    false);
        }
        var id = path.split("/")[2];
        var letter = LETTERS.stream()
                .filter(l -> l.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        LETTERS.remove(letter);
        return letter.put("state", path.endsWith("/replay") ? "replayed" : "discarded");
    }

    private static JsonNode read(String body) throws IOException {
        return Json.mapper().readTree(body);
    }

    private static Map<String, Object> list(List<?> items) {
        var list = new java.util.HashMap<String, Object>();
        list.put("items", items);
        list.put("nextCursor", null);
        return list;
    }

    private static void send(HttpExchange exchange, Object answer) throws IOException {
        var bytes = Json.write(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
