package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that people write about a feed. Every method throws {@link IllegalArgumentException} with a message that
 * names the key, what it holds and what would be right.
 *
 * @param shortest and {@code longest} interval that a feed may ask for
 */
public record FeedForm(Duration shortest, Duration longest) {
    private static final List<String> SETTINGS = List.of("title", "interval", "source", "paused");
    private static final List<String> NEW = List.of("url", "title", "interval", "source", "paused");
    private static final List<String> SOURCE = List.of("id", "name", "country", "reliability");
    private static final int MAX_TITLE = 300;

    /** The address of a new feed. */
    public FeedAddress address(JsonNode json) {
        knownKeys(json, NEW, "");
        var url = text(json, "url", "url");
        if (url == null) {
            throw new IllegalArgumentException("'url' is missing: give the address of an RSS or Atom feed");
        }
        return FeedAddress.ofWeb(url);
    }

    /** The settings of a new feed. */
    public FeedSettings settings(JsonNode json) {
        knownKeys(json, NEW, "");
        return changed(FeedSettings.STANDARD, json);
    }

    /** The settings after a change (JSON Merge Patch, RFC 7396): an absent key stays, {@code null} takes away. */
    public FeedSettings patched(FeedSettings before, JsonNode json) {
        knownKeys(json, SETTINGS, "");
        return changed(before, json);
    }

    private FeedSettings changed(FeedSettings before, JsonNode json) {
        return new FeedSettings(
                json.has("title") ? title(json) : before.title(),
                json.has("interval") ? interval(json) : before.interval(),
                json.has("source") ? source(json.get("source")) : before.source(),
                json.has("paused") ? flag(json, "paused") : before.paused(),
                before.configured(),
                before.tags(),
                before.language(),
                before.fullText(),
                before.access());
    }

    private static @Nullable String title(JsonNode json) {
        var title = text(json, "title", "title");
        if (title != null && title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("'title' has " + title.length() + " characters, at most " + MAX_TITLE);
        }
        return title;
    }

    private @Nullable Duration interval(JsonNode json) {
        var written = text(json, "interval", "interval");
        if (written == null) {
            return null;
        }
        try {
            var interval = Duration.parse(written);
            if (interval.compareTo(shortest) >= 0 && interval.compareTo(longest) <= 0) {
                return interval;
            }
        } catch (DateTimeException e) {
            // said below, together with what is out of range
        }
        throw new IllegalArgumentException("'interval' is '" + written + "', expected an ISO 8601 duration from "
                + shortest + " to " + longest + ", such as PT10M");
    }

    private static SourceOverride source(JsonNode json) {
        if (json.isNull()) {
            return SourceOverride.NONE;
        }
        knownKeys(json, SOURCE, "source.");
        return new SourceOverride(
                text(json, "id", "source.id"),
                text(json, "name", "source.name"),
                text(json, "country", "source.country"),
                text(json, "reliability", "source.reliability"));
    }

    private static boolean flag(JsonNode json, String key) {
        var value = json.get(key);
        if (value.isNull() || value.isBoolean()) {
            return value.booleanValue();
        }
        throw new IllegalArgumentException("'" + key + "' is " + value + ", expected true or false");
    }

    private static @Nullable String text(JsonNode json, String key, String name) {
        var value = json.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + name + "' is " + value + ", expected text");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    private static void knownKeys(JsonNode json, List<String> known, String prefix) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    (prefix.isEmpty() ? "the body" : "'" + prefix.replace(".", "") + "'") + " is not a JSON object");
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "'" + prefix + key + "' is no key of a feed; there are " + String.join(", ", known));
            }
        });
    }
}
