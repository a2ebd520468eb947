package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that people write about a feed. Every method throws {@link IllegalArgumentException} with a message that
 * names the key, what it holds and what would be right; a secret is never repeated.
 *
 * @param shortest and {@code longest} interval that a feed may ask for
 */
public record FeedForm(Duration shortest, Duration longest) {
    private static final List<String> SETTINGS =
            List.of("title", "interval", "source", "paused", "tags", "language", "fullText", "access");
    private static final List<String> NEW =
            Stream.concat(Stream.of("url"), SETTINGS.stream()).toList();
    private static final List<String> SOURCE = List.of("id", "name", "country", "reliability");
    private static final int MAX_TITLE = 300;

    /** The address of a new feed. */
    public FeedAddress address(JsonNode json) {
        FormKeys.known(json, NEW, "");
        var url = FormKeys.text(json, "url", "");
        if (url == null) {
            throw new IllegalArgumentException("'url' is missing: give the address of an RSS or Atom feed");
        }
        return FeedAddress.ofWeb(url);
    }

    /** The settings of a new feed. */
    public FeedSettings settings(JsonNode json) {
        FormKeys.known(json, NEW, "");
        return changed(FeedSettings.STANDARD, json);
    }

    /** The settings after a change (JSON Merge Patch, RFC 7396): an absent key stays, {@code null} takes away. */
    public FeedSettings patched(FeedSettings before, JsonNode json) {
        FormKeys.known(json, SETTINGS, "");
        return changed(before, json);
    }

    /** Access to an address that is no feed yet. */
    public FeedAccess access(JsonNode json) {
        return json.has("access") ? AccessForm.changed(FeedAccess.OPEN, json.get("access")) : FeedAccess.OPEN;
    }

    private FeedSettings changed(FeedSettings before, JsonNode json) {
        return new FeedSettings(
                json.has("title") ? title(json) : before.title(),
                json.has("interval") ? interval(json) : before.interval(),
                json.has("source") ? source(before.source(), json.get("source")) : before.source(),
                json.has("paused") ? FormKeys.flag(json, "paused") : before.paused(),
                before.configured(),
                json.has("tags") ? Tags.of(FormKeys.texts(json, "tags")) : before.tags(),
                json.has("language") ? language(json) : before.language(),
                json.has("fullText") ? fullText(json) : before.fullText(),
                json.has("access") ? AccessForm.changed(before.access(), json.get("access")) : before.access());
    }

    private static @Nullable String title(JsonNode json) {
        var title = FormKeys.text(json, "title", "");
        if (title != null && title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("'title' has " + title.length() + " characters, at most " + MAX_TITLE);
        }
        return title;
    }

    private @Nullable Duration interval(JsonNode json) {
        var written = FormKeys.text(json, "interval", "");
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

    private static SourceOverride source(SourceOverride before, JsonNode json) {
        if (json.isNull()) {
            return SourceOverride.NONE;
        }
        FormKeys.known(json, SOURCE, "source");
        return new SourceOverride(
                json.has("id") ? FormKeys.text(json, "id", "source") : before.id(),
                json.has("name") ? FormKeys.text(json, "name", "source") : before.name(),
                json.has("country") ? FormKeys.text(json, "country", "source") : before.country(),
                json.has("reliability") ? FormKeys.text(json, "reliability", "source") : before.reliability());
    }

    /** In the canonical spelling of BCP 47. */
    private static @Nullable String language(JsonNode json) {
        var written = FormKeys.text(json, "language", "");
        if (written == null) {
            return null;
        }
        try {
            var tag = new Locale.Builder().setLanguageTag(written).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "'language' is '" + written + "', expected a tag of BCP 47, such as kk or zh-Hant");
    }

    private static FullText fullText(JsonNode json) {
        var written = FormKeys.text(json, "fullText", "");
        if (written == null) {
            return FullText.AUTO;
        }
        try {
            return FullText.ofLabel(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'fullText' is '" + written + "', expected auto, always or never", e);
        }
    }
}
