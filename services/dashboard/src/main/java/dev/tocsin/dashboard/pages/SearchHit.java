package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An article that a search found, with the words that it was found by marked.
 *
 * @param title in parts; none where it has none
 * @param excerpt in parts; none where there is none
 */
public record SearchHit(ArticleRow row, List<Part> title, List<Part> excerpt) {
    /** A part of a text. */
    public record Part(String text, boolean marked) {}

    static SearchHit of(JsonNode item, Map<String, String> names, Locale reader) {
        var row = ArticleRow.of(item, names, reader);
        var highlights = item.path("highlights");
        // the places are those of the title as it came
        var title = row.title().isEmpty() ? "" : item.path("title").textValue();
        return new SearchHit(
                row, parts(title, highlights.path("title")), parts(row.excerpt(), highlights.path("excerpt")));
    }

    /** A text cut at places, which are passed over where they make no sense in it. */
    static List<Part> parts(String text, JsonNode places) {
        var parts = new ArrayList<Part>();
        int at = 0;
        for (var place : places) {
            int start = place.path(0).asInt(-1);
            int end = place.path(1).asInt(-1);
            if (start >= at && start < end && end <= text.length()) {
                add(parts, text.substring(at, start), false);
                add(parts, text.substring(start, end), true);
                at = end;
            }
        }
        add(parts, text.substring(at), false);
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, String text, boolean marked) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, marked));
        }
    }
}
