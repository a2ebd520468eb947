package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list: the archive's item, which has an excerpt instead of the text.
 *
 * @param title empty where it has none
 * @param source its name; empty where it is not known
 * @param languageName as the reader calls it
 */
public record ArticleRow(
        String id,
        String title,
        String excerpt,
        String source,
        String language,
        String languageName,
        Moment published,
        Moment fetched,
        List<String> topics) {
    public static ArticleRow of(JsonNode item, Map<String, String> names, Locale reader) {
        var topics = new ArrayList<String>();
        for (var hit : item.path("topics")) {
            var id = hit.path("topic").asText();
            topics.add(names.getOrDefault(id, id));
        }
        var tag = text(item.path("language").path("tag"));
        return new ArticleRow(
                item.path("id").asText(),
                text(item.path("title")).strip(),
                text(item.path("excerpt")),
                text(item.path("source").path("name")),
                tag.isEmpty() ? "und" : tag,
                tag.isEmpty() ? "und" : Spell.language(tag, reader),
                moment("Published", item.path("publishedAt")),
                moment("Fetched", item.path("fetchedAt")),
                topics);
    }

    static Moment moment(String label, JsonNode time) {
        return Moment.of(label, instant(time));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : "";
    }

    private static @Nullable Instant instant(JsonNode time) {
        try {
            return time.isTextual() ? Instant.parse(time.textValue()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
