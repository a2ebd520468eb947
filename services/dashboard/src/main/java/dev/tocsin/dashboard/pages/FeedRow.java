package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A feed in the table: ingest's item.
 *
 * @param reason why it is not well; null where it is
 * @param articles published since it is known; null where ingest does not say
 */
public record FeedRow(
        String id,
        String title,
        String url,
        @Nullable String link,
        String state,
        @Nullable String reason,
        @Nullable String articles,
        Moment lastTry,
        Moment nextTry) {
    public static FeedRow of(JsonNode item) {
        var url = item.path("url").asText("");
        var title = text(item, "title");
        return new FeedRow(
                item.path("id").asText(),
                title == null ? url : title,
                url,
                WebLink.of(url).orElse(null),
                item.path("paused").asBoolean() ? "paused" : item.path("state").asText("unknown"),
                text(item, "reason"),
                item.path("articles").isNumber() ? item.path("articles").asText() : null,
                ArticleRow.moment("last try", item.path("lastTry")),
                ArticleRow.moment("next try", item.path("nextTry")));
    }

    private static @Nullable String text(JsonNode item, String field) {
        var value = item.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
