package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Archive and classify as far as topics go, over real HTTP; what they answer is set by the test. */
public final class FakeTopics extends FakeServer {
    /** A dashboard that has no other neighbour. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestStack.class),
                    new TestResourceEntry(LocalAdmin.class),
                    new TestResourceEntry(FakeTopics.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** Judged texts, two a page. */
    static volatile int texts;

    /** What classify says to a refit; null for too few verdicts. */
    static volatile ObjectNode proposal;

    /** The archive's job; null while there was none. */
    static volatile ObjectNode job;

    /** The pack {@code quakes} that the archive knows. */
    static volatile ObjectNode inForce;

    static final List<JsonNode> REFITS = new CopyOnWriteArrayList<>();
    static final List<JsonNode> RECLASSIFIED = new CopyOnWriteArrayList<>();

    static void reset() {
        texts = 0;
        inForce = Json.mapper().valueToTree(Samples.pack("quakes", 2, "tremor"));
        inForce.withObject("name").put("en", Samples.HOSTILE);
        inForce.put("note", "Weights of version 1 refitted.");
        proposal = null;
        job = null;
        REFITS.clear();
        RECLASSIFIED.clear();
    }

    /** A proposal for version 2 of the pack, in which one weight falls. */
    static ObjectNode proposal(boolean changed) {
        var made = Json.mapper().createObjectNode();
        made.put("topic", "quakes").put("from", 2).put("words", "On stories it had not seen it does better.");
        made.put("changed", changed).put("folds", 5).put("yaml", "id: quakes\nversion: 3\n");
        made.putObject("verdicts").put("relevant", 12).put("irrelevant", 10).put("texts", 31);
        number(made.putObject("threshold"), "threshold", 0.5, 0.55);
        number(made.putArray("signals").addObject(), "word", 1, changed ? 0.62 : 1);
        figures(made.putObject("before"), 0.5455, 1, 0.7059);
        figures(made.putObject("after"), 1, 1, 1);
        figures(made.putObject("unseen"), 0.9231, 1, 0.96);
        made.putArray("broken");
        made.set("pack", Json.mapper().valueToTree(Samples.pack("quakes", 3, "earthquake")));
        return made;
    }

    private static void number(ObjectNode number, String id, double before, double after) {
        number.put("id", id).put("before", before).put("after", after);
        number.put("relevant", 20).put("irrelevant", 11);
    }

    private static void figures(ObjectNode figures, double precision, double recall, double f1) {
        figures.put("precision", precision).put("recall", recall).put("f1", f1);
    }

    static ObjectNode job(String state, int read) {
        var made = Json.mapper().createObjectNode();
        made.put("id", "j").put("topic", "quakes").put("version", 2).put("state", state);
        made.put("exercise", false).put("articles", 1200).put("read", read).put("changed", read / 100);
        made.put("entered", read / 200).put("left", 1).put("unanswered", 0);
        made.put("startedAt", Samples.TIME.toString()).putNull("reason");
        return made;
    }

    @Override
    Map<String, String> settings(String url) {
        return Map.of("tocsin.dashboard.archive-url", url, "tocsin.dashboard.classify-url", url);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /topics" ->
                    send(exchange, 200, Map.of("items", List.of(inForce, Samples.pack("floods", 1, "flood"))));
                case "GET /topics/quakes" -> send(exchange, 200, inForce);
                case "GET /status/topics" ->
                    send(
                            exchange,
                            200,
                            Map.of(
                                    "items",
                                    List.of(
                                            Map.of(
                                                    "topic",
                                                    "quakes",
                                                    "articles",
                                                    4711,
                                                    "relevant",
                                                    12,
                                                    "irrelevant",
                                                    3),
                                            Map.of("topic", "floods", "articles", 0, "relevant", 0, "irrelevant", 0))));
                case "GET /topics/quakes/judged" -> send(exchange, 200, judged(query));
                case "POST /packs/check" -> send(exchange, 200, Json.mapper().readTree(body));
                case "POST /packs/refit" -> refit(exchange, Json.mapper().readTree(body));
                case "GET /topics/quakes/reclassify" -> job(exchange);
                case "POST /topics/quakes/reclassify" -> {
                    RECLASSIFIED.add(Json.mapper().readTree(body));
                    job = job("running", 0);
                    send(exchange, 202, job);
                }
                case "DELETE /topics/quakes/reclassify" -> {
                    job = job("cancelled", 400);
                    send(exchange, 200, job);
                }
                default ->
                    problem(
                            exchange,
                            404,
                            "there is no " + exchange.getRequestURI().getPath());
            }
        }
    }

    private static ObjectNode judged(String query) {
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        var page = Json.mapper().createObjectNode();
        var items = page.putArray("items");
        for (int i = from; i < Math.min(texts, from + 2); i++) {
            items.addObject().put("story", "s" + i).put("label", "relevant").put("text", "Text " + i);
        }
        return from + 2 < texts ? page.put("nextCursor", String.valueOf(from + 2)) : page.putNull("nextCursor");
    }

    private static void refit(HttpExchange exchange, JsonNode request) throws IOException {
        REFITS.add(request);
        if (proposal == null) {
            problem(exchange, 422, "10 more relevant and 10 more irrelevant are missing.");
        } else {
            send(exchange, 200, proposal);
        }
    }

    private static void job(HttpExchange exchange) throws IOException {
        if (job == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            send(exchange, 200, job);
        }
    }

    private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        var problem = Map.of("type", "about:blank", "title", "Wrong", "status", status, "detail", detail);
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        write(exchange, status, problem);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        write(exchange, status, body);
    }

    private static void write(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = Json.write(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Ids of the stories whose texts a refit was given. */
    static List<String> storiesOf(JsonNode refit) {
        var stories = new ArrayList<String>();
        refit.path("texts").forEach(t -> stories.add(t.path("story").asText()));
        return stories;
    }
}
