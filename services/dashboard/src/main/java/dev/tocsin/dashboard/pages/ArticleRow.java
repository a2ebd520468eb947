package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article in a list: the archive's item, which has an excerpt instead of the text. */
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
    public static ArticleRow of(JsonNode item, Map<String, String> names) {
        var topics = new ArrayList<String>();
        for (var hit : item.path("topics")) {
            var id = hit.path("topic").asText();
            topics.add(names.getOrDefault(id, id));
        }
        var title = item.path("title").asText("").strip();
        var tag = item.path("language").path("tag").asText("und");
        return new ArticleRow(
                item.path("id").asText(),
                title.isEmpty() || item.path("title").isNull() ? "(no title)" : title,
                item.path("excerpt").isTextual() ? item.path("excerpt").textValue() : "",
                item.path("source").path("name").asText("unknown source"),
                tag,
                Spell.language(tag),
                moment("Published", item.path("publishedAt")),
                moment("Fetched", item.path("fetchedAt")),
                topics);
    }

    static Moment moment(String label, JsonNode time) {
        return Moment.of(label, instant(time));
    }

    private static @Nullable Instant instant(JsonNode time) {
        try {
            return time.isTextual() ? Instant.parse(time.textValue()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
