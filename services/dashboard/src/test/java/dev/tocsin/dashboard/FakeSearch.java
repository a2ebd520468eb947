package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.local.TestStack;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The search of the archive over real HTTP: one page of results, an error, and a list of two pages. */
public final class FakeSearch extends FakeServer {
    /** The tests of the search alone use it: a resource that stands on a class is everybody's. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(TestStack.class),
                    new TestResourceEntry(LocalAdmin.class),
                    new TestResourceEntry(FakeSearch.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    static final List<String> WRITTEN = new CopyOnWriteArrayList<>();

    private static final String FOUND =
            """
            {"items":[
              {"id":"a1","title":"Gas prices <b>","excerpt":"…the price of gas doubled overnight, and people took to the streets of Zhanaozen","source":{"name":"Steppe Wire"},
               "language":{"tag":"en"},"publishedAt":"2022-01-02T10:00:00Z","topics":[{"topic":"protests"}],
               "highlights":{"title":[[0,3]],"excerpt":[[14,17]]}},
              {"id":"a2","title":"ارتفاع أسعار الغاز في كازاخستان","excerpt":"خرج المحتجون إلى الشوارع بعد ارتفاع سعر الغاز","source":{"name":"الجريدة"},
               "language":{"tag":"ar"},"publishedAt":"2022-01-02T09:00:00Z","topics":[],
               "highlights":{"title":[[13,18]],"excerpt":[[40,45]]}},
              {"id":"a3","title":"Цены на газ выросли вдвое","excerpt":"Жители Жанаозена вышли на площадь","source":{"name":"Степная газета"},
               "language":{"tag":"ru"},"publishedAt":"2022-01-02T08:00:00Z","topics":[{"topic":"protests"}],
               "highlights":{"title":[[8,11]],"excerpt":[]}}],
             "nextCursor":"next","total":{"value":1234,"relation":"eq"},"complete":true,
             "facets":{"topic":[{"value":"protests","articles":900},{"value":"csto-deployment","articles":31}],
              "language":[{"value":"ru","articles":700},{"value":"kk","articles":300},{"value":"en","articles":234}],
              "source":[{"value":"wire.example","articles":400}],"country":[{"value":"KZ","articles":800}]}}""";

    @Override
    Map<String, String> settings(String url) {
        return Map.of("tocsin.dashboard.archive-url", url);
    }

    @Override
    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            if (!exchange.getRequestMethod().equals("GET")) {
                WRITTEN.add(exchange.getRequestMethod() + " " + path + " "
                        + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                respond(exchange, 200, "{}");
            } else if (path.equals("/searches")) {
                respond(
                        exchange,
                        200,
                        "{\"items\":[{\"name\":\"Saved <one>\",\"query\":\"q=oil\",\"by\":\"ada\"},"
                                + "{\"name\":\"Gas in Russian\",\"query\":\"q=gas&language=ru\",\"by\":\"grace\"}]}");
            } else if (path.equals("/topics")) {
                respond(exchange, 200, "{\"items\":[{\"id\":\"protests\",\"name\":{\"en\":\"Protests\"}}]}");
            } else if (path.equals("/articles") && query.contains("wrong")) {
                respond(
                        exchange,
                        400,
                        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"'q' at character 5: this quotation mark"
                                + " is not closed; put one behind the phrase\",\"position\":{\"start\":4,\"end\":10},\"reason\":\"quote-open\"}");
            } else if (path.equals("/articles") && query.contains("topic=built") && query.contains("facets")) {
                respond(exchange, 503, "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"it starts\"}");
            } else if (path.equals("/articles") && (query.contains("nothing") || query.contains("empty"))) {
                respond(
                        exchange,
                        200,
                        "{\"items\":[],\"nextCursor\":null,\"complete\":false,"
                                + "\"index\":{\"state\":\"BUILDING\",\"read\":1200,\"of\":9000}}");
            } else if (path.equals("/articles") && query.contains("q=all")) {
                respond(
                        exchange,
                        200,
                        query.contains("cursor=two")
                                ? "{\"items\":[{\"id\":\"a3\"}],\"nextCursor\":null}"
                                : "{\"items\":[{\"id\":\"a1\",\"title\":\"=cmd\"},{\"id\":\"a2\"}],\"nextCursor\":\"two\"}");
            } else if (path.equals("/articles")) {
                respond(exchange, 200, FOUND);
            } else {
                respond(exchange, 404, "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"none\"}");
            }
        }
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
