package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The public API as another system uses it.
 *
 * @param key of the local admin, sent with each request
 */
record Api(String base, String key) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** An answer and its body. */
    record Answer(int status, String contentType, JsonNode body) {}

    JsonNode get(String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path)));
        if (answer.status() != 200) {
            throw new IOException("GET " + path + ": " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    Answer tryGet(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body))));
    }

    Answer put(String path, String yaml) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(yaml)));
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        var page = get(path + separator + "limit=200");
        page.get("items").forEach(items::add);
        while (page.hasNonNull("nextCursor")) {
            page = get(path + separator + "limit=200&cursor="
                    + page.get("nextCursor").asText());
            page.get("items").forEach(items::add);
        }
        return items;
    }

    /** What was told of each story, as the archive has it: story and revision. */
    Set<String> revisions() throws IOException, InterruptedException {
        var revisions = new TreeSet<String>();
        for (var head : all("/api/alerts")) {
            var story = head.path("story").asText();
            for (var revision : get("/api/alerts/" + story.replace("|", "%7C")).path("revisions")) {
                revisions.add(story + " " + revision.path("revision").asInt());
            }
        }
        return revisions;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = CLIENT.send(
                request.header("Accept", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        var type = response.headers().firstValue("content-type").orElse("");
        var body = type.contains("json") && response.body().length > 0
                ? Json.mapper().readTree(response.body())
                : Json.mapper().getNodeFactory().textNode(new String(response.body()));
        return new Answer(response.statusCode(), type, body);
    }
}
