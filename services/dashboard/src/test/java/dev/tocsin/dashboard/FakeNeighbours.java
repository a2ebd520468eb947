package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Archive and ingest as the dashboard sees them, over real HTTP. Answers hold what was asked, so that tests can see it. */
public final class FakeNeighbours extends FakeServer {
    static final String STORY = "story-1";
    static final String SILENCE = "coverage-1";
    static final String BURST = "burst-1";
    static final int LIMIT = 1 << 20;

    /** Whose figures were asked for: the query of each request. */
    static final List<String> COUNTED = new CopyOnWriteArrayList<>();

    static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();

    private final AtomicInteger atOnce = new AtomicInteger();
    private final CyclicBarrier eight = new CyclicBarrier(8);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    Map<String, String> settings(String url) {
        return Map.of(
                "tocsin.dashboard.archive-url",
                url,
                "tocsin.dashboard.ingest-url",
                url,
                "tocsin.dashboard.classify-url",
                url,
                "tocsin.dashboard.notify-url",
                url,
                "tocsin.dashboard.neighbour-timeout",
                "3s",
                "tocsin.dashboard.neighbour-limit",
                String.valueOf(LIMIT),
                "tocsin.dashboard.live.heartbeat",
                "500ms");
    }

    @Override
    public void stop() {
        stopped.countDown();
        super.stop();
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            if (!method.equals("GET")) {
                write(exchange, method);
                return;
            }
            var query = exchange.getRequestURI().getRawQuery();
            if (exchange.getRequestURI().getPath().startsWith("/alerts/many")) {
                oneOfMany(exchange);
                return;
            }
            var sampled = StorySample.answer(exchange.getRequestURI().getPath(), query);
            if (sampled != null) {
                json(exchange, 200, sampled);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/topics" -> json(exchange, 200, list(Map.of("id", "protests", "name", Map.of("en", "Protests"))));
                case "/topics/quakes" -> json(exchange, 200, Samples.pack("quakes", 2, "tremor"));
                case "/topics/quakes/reclassify" -> exchange.sendResponseHeaders(204, -1);
                case "/drafts" -> json(exchange, 200, list());
                case "/alerts" -> alerts(exchange, String.valueOf(query));
                case "/alerts/" + STORY -> json(exchange, 200, history());
                case "/stories/" + STORY -> json(exchange, 200, Samples.story(STORY));
                case "/articles" -> articles(exchange, query == null ? "" : query);
                case "/articles/article-1" ->
                    json(exchange, 200, Samples.article("article-1", "https://wire.example/1?a=1&b=2"));
                case "/articles/article-2" -> json(exchange, 200, Samples.article("article-2", "javascript:alert(4)"));
                case "/feeds" ->
                    json(
                            exchange,
                            200,
                            list(Map.of(
                                    "id", "feed-1",
                                    "url", "https://wire.example/rss",
                                    "title", Samples.HOSTILE,
                                    "state", "failing",
                                    "reason", "its server answered 503")));
                case "/feeds/facets" ->
                    json(exchange, 200, Map.of("total", 9, "states", Map.of("ok", 6, "failing", 2, "quiet", 1)));
                case "/alerts/" + SILENCE ->
                    json(exchange, 200, Samples.silence(SILENCE, 1, Alert.MsgType.Alert, "Courier: nothing"));
                case "/alerts/" + BURST -> json(exchange, 200, Samples.burst(BURST));
                case "/receivers" -> json(exchange, 200, list(FakeDeliveries.receiver()));
                case "/deliveries" -> json(exchange, 200, list(FakeDeliveries.failed()));
                case "/silences" -> json(exchange, 200, list(FakeDeliveries.silence()));
                case "/status/topics" -> {
                    COUNTED.add(String.valueOf(query));
                    json(exchange, 200, list(Map.of("topic", "quakes", "articles", 0)));
                }
                case "/status" ->
                    json(
                            exchange,
                            200,
                            Map.of(
                                    "articles",
                                    Map.of("count", 7),
                                    "newestArticle",
                                    Instant.now().toString()));
                default ->
                    problem(
                            exchange,
                            404,
                            "There is no " + exchange.getRequestURI().getPath() + ".");
            }
        }
    }

    /** Of the two with {@code topic=lost} only the first has a history; of those with {@code topic=many}, none. */
    private void alerts(HttpExchange exchange, String query) throws IOException {
        if (query.contains("topic=lost")) {
            json(exchange, 200, list(listed(STORY), listed("lost")));
        } else if (query.contains("topic=many")) {
            json(
                    exchange,
                    200,
                    list(IntStream.range(0, 24)
                            .mapToObj(i -> listed("many" + i))
                            .toArray()));
        } else {
            json(exchange, 200, list(listed(STORY)));
        }
    }

    /** Answers when eight are asked for at the same time, and counts those that are. */
    private void oneOfMany(HttpExchange exchange) throws IOException {
        MOST_AT_ONCE.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            eight.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        atOnce.decrementAndGet();
        problem(exchange, 404, "There is none.");
    }

    private void articles(HttpExchange exchange, String query) throws IOException {
        if (query.contains("q=slow")) {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else if (query.contains("q=huge")) {
            respond(exchange, 200, "application/json", new byte[LIMIT + 1]);
        } else if (query.contains("q=open")) {
            var wrong = Map.of(
                    "title",
                    "Bad Request",
                    "status",
                    400,
                    "detail",
                    "'q' has a quote that is not closed.",
                    "instance",
                    "/articles",
                    "reason",
                    "quote-open",
                    "position",
                    Map.of("start", 3, "end", 4));
            respond(exchange, 400, "application/problem+json", Json.write(wrong));
        } else if (query.contains("limit=-1")) {
            problem(exchange, 400, "'limit' is -1, the least is 1.");
        } else if (query.contains("q=long")) {
            var page = list(Map.of("id", "article-1"));
            page.put("nextCursor", "a b+c/d");
            json(exchange, 200, page);
        } else if (query.contains("story=" + BURST)) {
            json(exchange, 200, list());
        } else {
            var item = Map.of(
                    "id", "article-1", "title", Samples.HOSTILE, "excerpt", query, "fetchedAt", "2022-01-05T12:00:00Z");
            json(exchange, 200, list(item, Map.of("id", "article-2", "fetchedAt", "2022-01-05T11:00:00Z")));
        }
    }

    private static void write(HttpExchange exchange, String method) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var trace = exchange.getRequestHeaders().getFirst("traceparent");
        var key = exchange.getRequestHeaders().getFirst("X-API-Key");
        var service = exchange.getRequestHeaders().getFirst("Tocsin-Service-Key");
        var client = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        var path = exchange.getRequestURI().getPath();
        var kept = StorySample.change(method, path, body);
        if (kept != null) {
            if (method.equals("DELETE") && path.startsWith("/articles") && StorySample.HELD.get() != null) {
                problem(exchange, 409, "it belongs to what is held: " + StorySample.ID);
            } else {
                json(exchange, 200, kept);
            }
        } else if (exchange.getRequestURI().getPath().equals("/packs/check")) {
            if (body.contains("tremour")) {
                problem(exchange, 422, "pack line 3: 'tremour' is wrong");
            } else {
                respond(exchange, 200, "application/json", body.getBytes(UTF_8));
            }
        } else if (body.contains("away:")) {
            problem(exchange, 503, "The broker does not answer.");
        } else if (body.contains("ftp:")) {
            problem(exchange, 422, "'url' is ftp, expected an http or https address.");
        } else if (method.equals("DELETE")) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.getResponseHeaders().add("Location", "/feeds/feed-2");
            json(
                    exchange,
                    method.equals("POST") ? 201 : 200,
                    Map.of(
                            "got", body,
                            "trace", String.valueOf(trace),
                            "key", String.valueOf(key),
                            "service", String.valueOf(service),
                            "client", String.valueOf(client)));
        }
    }

    /** An item of the archive's list of alerts. */
    private static ObjectNode listed(String story) {
        ObjectNode item = Json.mapper().valueToTree(Samples.alert(story, 1, Samples.HOSTILE, Samples.TIME));
        item.putNull("verdict");
        item.put("firstAlerted", Samples.TIME.toString());
        return item;
    }

    private static ObjectNode history() {
        var alert = listed(STORY);
        alert.putPOJO("revisions", List.of(Samples.alert(STORY, 1, Samples.HOSTILE, Samples.TIME)));
        alert.putArray("verdicts");
        return alert;
    }

    private static Map<String, Object> list(Object... items) {
        var list = new HashMap<String, Object>();
        list.put("items", List.of(items));
        list.put("nextCursor", null);
        return list;
    }

    private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        var problem = Map.of("type", "about:blank", "title", "Wrong", "status", status, "detail", detail);
        respond(exchange, status, "application/problem+json", Json.write(problem));
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        respond(exchange, status, "application/json", Json.write(body));
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
