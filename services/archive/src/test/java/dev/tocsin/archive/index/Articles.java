package dev.tocsin.archive.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.search.Search;
import dev.tocsin.contracts.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Articles and searches for tests. */
final class Articles {
    private Articles() {}

    static Entry entry(String id, long at, String language, String title, String text) {
        return entry(id, at, language, title, text, "{}");
    }

    /** @param more fields of the article's JSON */
    static Entry entry(String id, long at, String language, String title, String text, String more) {
        try {
            var message = (ObjectNode) Json.mapper().readTree(more);
            message.put("id", id).put("title", title);
            message.putObject("language").put("tag", language);
            if (!message.has("source")) {
                message.putObject("source").put("id", language + ".example").put("name", "The Example Times");
            }
            return new Entry(id, 1, at, message, text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A search for words, with more parameters as {@code name=value}. */
    static Search search(String q, String... more) {
        Map<String, List<String>> parameters =
                Arrays.stream(more).map(p -> p.split("=", 2)).collect(Collectors.toMap(p -> p[0], p -> List.of(p[1])));
        parameters.put("q", List.of(q));
        return Search.of(new Parameters(parameters));
    }

    static List<String> ids(Hits hits) {
        return hits.hits().stream().map(Hits.Hit::id).toList();
    }
}
