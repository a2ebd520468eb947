package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client made of the OpenAPI document that is served asks for each operation with what its schemas allow, with what is at
 * their bounds and beyond, and holds each answer against what is described: no 5xx, errors as problems, bodies as their schemas.
 */
class ApiFuzzIT {
    private static final Path SAMPLE = RunningTocsin.root().resolve("deploy/sample/feed.xml");
    private static final int ROUNDS = Integer.getInteger("tocsin.fuzz.rounds", 40);
    /** The same in every run, as a change must not fail for what it did not do; others by {@code -Dtocsin.fuzz.seed=N}. */
    private static final long SEED = Long.getLong("tocsin.fuzz.seed", 20_220_105);

    /** Ids of these stand in for a path's {@code {id}}; the rest of an operation's path says which. */
    private static final List<String> LISTS = List.of(
            "/api/alerts",
            "/api/stories",
            "/api/articles",
            "/api/topics",
            "/api/feeds",
            "/api/users",
            "/api/keys",
            "/api/silences",
            "/api/deliveries",
            "/api/dead-letters");

    @TempDir
    private static Path data;

    private static RunningTocsin tocsin;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        tocsin = RunningTocsin.start(data.resolve("data"), SAMPLE.toString());
        var api = tocsin.api();
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> api.get("/api/alerts").path("items").size() > 0
                        && api.get("/api/articles").path("items").size() > 3);
    }

    @AfterAll
    static void stop() {
        tocsin.close();
    }

    @Test
    void answersEverythingAsItIsDescribed() throws Exception {
        var described = new Described(tocsin.api().get("/q/openapi"));
        var fuzz = new Fuzz(described, new Random(SEED));
        var known = known();
        var faults = new ArrayList<String>();
        var met = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var operation : described.operations()) {
                var asked = request(operation, fuzz, known);
                var answer = ask(asked);
                met.merge(operation + " " + answer.status(), 1, Integer::sum);
                var wrong = new ArrayList<>(described.faults(operation, answer));
                if (answer.status() >= 500) {
                    wrong.add("broke: " + answer.body());
                }
                if (answer.status() >= 400 && answer.body().path("status").asInt() != answer.status()) {
                    wrong.add("a problem of another status: " + answer.body());
                }
                wrong.forEach(w -> faults.add(asked + "\n    " + w));
            }
        }
        met.forEach((what, times) -> System.out.println(what + " × " + times));
        assertThat(met.keySet().stream().map(k -> k.substring(0, k.lastIndexOf(' '))))
                .as("each operation was asked")
                .contains(described.operations().stream().map(Object::toString).toArray(String[]::new));
        assertThat(faults.stream().distinct().limit(40)).as("seed " + SEED).isEmpty();
    }

    /** What was asked, so that it can be asked again. */
    private record Asked(String method, String uri, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            var text = new String(body, StandardCharsets.UTF_8);
            return method + " " + uri + " " + headers + " " + text.substring(0, Math.min(300, text.length()));
        }
    }

    private static Map<String, List<String>> known() throws IOException, InterruptedException {
        var known = new LinkedHashMap<String, List<String>>();
        for (var list : LISTS) {
            var ids = new ArrayList<String>();
            for (JsonNode item : tocsin.api().get(list).path("items")) {
                ids.add(item.path(list.equals("/api/alerts") ? "story" : "id").asText());
            }
            known.put(list, ids);
        }
        return known;
    }

    private static Asked request(Described.Operation operation, Fuzz fuzz, Map<String, List<String>> known) {
        var path = operation.path();
        var query = new ArrayList<String>();
        var headers = new LinkedHashMap<String, String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> {
                    var ids = known.getOrDefault(path.substring(0, path.indexOf("/{")), List.of());
                    path = path.replace("{" + name + "}", segment(fuzz.parameter(parameter.path("schema"), ids)));
                }
                case "query" -> {
                    if (fuzz.in(2)) {
                        query.add(name + "=" + encoded(fuzz.parameter(parameter.path("schema"), List.of())));
                    }
                }
                default -> {
                    var value = fuzz.text().replaceAll("[^\\x20-\\x7e]", "").strip();
                    if (fuzz.in(3) && value.length() < 1_000) {
                        headers.put(name, value);
                    }
                }
            }
        }
        var body = new byte[0];
        var types = operation.said().path("requestBody").path("content");
        if (!types.isMissingNode()) {
            var names = new ArrayList<String>();
            types.fieldNames().forEachRemaining(names::add);
            var type = fuzz.of(names);
            headers.put("Content-Type", fuzz.in(25) ? "image/png" : type);
            body = fuzz.body(types.path(type));
        }
        if (fuzz.in(30)) {
            headers.put("Accept", "image/png");
        }
        return new Asked(
                operation.method(), path + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, body);
    }

    private static Api.Answer ask(Asked asked) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(tocsin.run().dashboard() + asked.uri()))
                .method(
                        asked.method(),
                        asked.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(asked.body()))
                .header("Authorization", "Bearer " + tocsin.adminKey())
                .timeout(Duration.ofSeconds(30));
        asked.headers().forEach(request::header);
        var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        var type = answer.headers().firstValue("content-type").orElse("");
        try (var body = answer.body()) {
            // the stream has no end
            var bytes = type.startsWith("text/event-stream") ? new byte[0] : body.readAllBytes();
            var json = Described.isJson(type) && bytes.length > 0
                    ? Json.mapper().readTree(bytes)
                    : Json.mapper().getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
            return new Api.Answer(answer.statusCode(), type, json);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Any text as one segment; an empty one would be another path, and dots alone would leave it. */
    private static String segment(String text) {
        return text.isEmpty() || text.matches("\\.+")
                ? "_" + text
                : encoded(text).replace("+", "%20");
    }
}
