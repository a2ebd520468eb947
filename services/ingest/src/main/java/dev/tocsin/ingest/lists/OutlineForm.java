package dev.tocsin.ingest.lists;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.lists.ListEntry.Listed;
import dev.tocsin.ingest.lists.ListEntry.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands an outline as the same form that people fill in, so that one place says what is right. */
final class OutlineForm {
    private static final int LONGEST_TITLE = 300;

    private final FeedForm form;

    OutlineForm(FeedForm form) {
        this.form = form;
    }

    /** An outline's attributes: OPML's own by names in lower case, and ours. */
    static final class Outline {
        private final int line;
        private final Map<String, String> plain = new HashMap<>();
        private final Map<String, String> ours = new HashMap<>();

        Outline(int line) {
            this.line = line;
        }

        void put(boolean own, String name, String value) {
            (own ? ours : plain).put(name, value);
        }

        boolean isFeed() {
            return plain.containsKey("xmlurl");
        }

        /** Its name as one step of a path; empty where it has none. */
        String folder() {
            var name = title();
            return name == null
                    ? ""
                    : name.replaceAll("[/,\\p{Cntrl}\\s]+", " ").strip();
        }

        /** {@code text} is what OPML requires, {@code title} what programs fill in as well. */
        private @Nullable String title() {
            var text = plain.getOrDefault("text", "");
            var name = (text.isBlank() ? plain.getOrDefault("title", "") : text).strip();
            return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), LONGEST_TITLE));
        }
    }

    /** @param path of the folders around it; null where there are none */
    ListEntry entry(Outline outline, @Nullable String path) {
        try {
            var json = json(outline, path);
            return new Listed(outline.line, new ListedFeed(form.address(json), form.settings(json)));
        } catch (IllegalArgumentException e) {
            var name = outline.title();
            return new Refused(
                    outline.line,
                    name == null ? outline.plain.getOrDefault("xmlurl", "") : name,
                    String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode json(Outline outline, @Nullable String path) {
        var json = JsonNodeFactory.instance.objectNode();
        var address = outline.plain.getOrDefault("xmlurl", "");
        json.put("url", address);
        var title = outline.title();
        if (title != null && !title.equals(address.strip())) {
            json.put("title", title);
        }
        var tags = json.putArray("tags");
        tags(outline, path).forEach(tags::add);
        put(json, "language", outline.plain.get("language"));
        put(json, "interval", outline.ours.get(Opml.INTERVAL));
        put(json, "fullText", outline.ours.get(Opml.FULL_TEXT));
        if ("true".equals(outline.ours.get(Opml.PAUSED))) {
            json.put("paused", true);
        }
        var source = json.putObject("source");
        put(source, "id", outline.ours.get(Opml.SOURCE));
        put(source, "name", outline.ours.get(Opml.SOURCE_NAME));
        put(source, "country", outline.ours.get(Opml.COUNTRY));
        put(source, "reliability", outline.ours.get(Opml.RELIABILITY));
        return json;
    }

    /** The folder first, then OPML's categories, whose paths may begin with a slash. */
    private static List<String> tags(Outline outline, @Nullable String path) {
        var tags = new ArrayList<String>();
        if (path != null) {
            tags.add(path);
        }
        Arrays.stream(outline.plain.getOrDefault("category", "").split(","))
                .map(c -> c.strip().replaceFirst("^/+", ""))
                .filter(c -> !c.isEmpty())
                .forEach(tags::add);
        return tags;
    }

    private static void put(ObjectNode json, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            json.put(key, value);
        }
    }
}
