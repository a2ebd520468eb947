package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article of a story, as much of it as is kept of thousands.
 *
 * @param at when it happened for stories: published, else fetched
 * @param published null where that is not known
 * @param url as the feed gave it, safe or not
 * @param places ids of those it names, each once
 */
public record StoryArticle(
        String id,
        String title,
        String language,
        String source,
        String sourceName,
        @Nullable String reliability,
        Instant at,
        @Nullable Instant published,
        Instant fetched,
        @Nullable String url,
        Set<String> places) {
    private static final int MOST_TITLE = 500;
    private static final int MOST_PLACES = 50;

    /** An item of the archive's list; null where it lacks an id or a time. */
    public static @Nullable StoryArticle of(JsonNode item) {
        var published = instant(item.path("publishedAt"));
        var fetched = instant(item.path("fetchedAt"));
        var id = item.path("id").asText("");
        var at = published == null ? fetched : published;
        if (id.isEmpty() || at == null) {
            return null;
        }
        var places = new LinkedHashSet<String>();
        for (var place : item.path("places")) {
            if (places.size() < MOST_PLACES) {
                places.add(place.path("id").asText());
            }
        }
        var title = item.path("title").asText("").strip();
        return new StoryArticle(
                id,
                title.isEmpty() || item.path("title").isNull() ? "(no title)" : cut(title),
                item.path("language").path("tag").asText("und"),
                item.path("source").path("id").asText(""),
                item.path("source").path("name").asText("unknown source"),
                item.path("source").path("reliability").textValue(),
                at,
                published,
                fetched == null ? at : fetched,
                item.path("url").textValue(),
                places);
    }

    private static String cut(String title) {
        return title.length() <= MOST_TITLE ? title : title.substring(0, MOST_TITLE) + "…";
    }

    private static @Nullable Instant instant(JsonNode time) {
        try {
            return time.isTextual() ? Instant.parse(time.textValue()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
