package dev.tocsin.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.ingest.dates.FeedDate;
import dev.tocsin.ingest.parse.RawItem.RawMedia;
import dev.tocsin.ingest.xml.Forgiven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One item of JSON Feed as an item like any other. */
final class JsonItem {
    private JsonItem() {}

    static RawItem read(JsonNode item, Addresses addresses, Forgiven forgiven) {
        var published = date(item, "date_published", forgiven);
        var updated = date(item, "date_modified", forgiven);
        var html = text(item, "content_html");
        var content = html == null ? text(item, "content_text") : html;
        var link = text(item, "url");
        var id = text(item, "id");
        return new RawItem(
                id,
                link == null ? permalink(id, item, addresses) : addresses.resolve(link),
                markup(text(item, "title"), false),
                markup(content, html != null),
                markup(text(item, "summary"), false),
                author(item),
                published == null ? updated : published,
                media(item, addresses),
                null,
                text(item, "language"),
                updated,
                null);
    }

    /** The id is best the address of the item (JSON Feed 1.1, "items"); an external address is of what it speaks of. */
    private static @Nullable String permalink(@Nullable String id, JsonNode item, Addresses addresses) {
        if (id != null && (id.startsWith("http://") || id.startsWith("https://"))) {
            return id;
        }
        var external = text(item, "external_url");
        return external == null ? null : addresses.resolve(external);
    }

    private static @Nullable String author(JsonNode item) {
        var names = new LinkedHashSet<String>();
        Stream.concat(item.path("authors").valueStream(), Stream.of(item.path("author")))
                .map(a -> a.isTextual() ? a.asText() : a.path("name").asText(""))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(ParseLimits.AUTHORS)
                .forEach(names::add);
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static List<RawMedia> media(JsonNode item, Addresses addresses) {
        var found = new ArrayList<RawMedia>();
        for (var attachment : item.path("attachments")) {
            var url = text(attachment, "url");
            if (url != null && found.size() < ParseLimits.MEDIA) {
                found.add(
                        new RawMedia(addresses.resolve(url), text(attachment, "mime_type"), text(attachment, "title")));
            }
        }
        for (var name : new String[] {"image", "banner_image"}) {
            var url = text(item, name);
            if (url != null) {
                found.add(new RawMedia(addresses.resolve(url), "image/*", null));
            }
        }
        return List.copyOf(found);
    }

    private static Markup markup(@Nullable String text, boolean html) {
        return text == null ? Markup.NONE : new Markup(text, html);
    }

    private static @Nullable Instant date(JsonNode item, String name, Forgiven forgiven) {
        var text = text(item, name);
        var date = FeedDate.parse(text);
        if (text != null && date.isEmpty()) {
            forgiven.add("unreadable-date");
        }
        return date.orElse(null);
    }

    /** A number is an id as good as a text (JSON Feed 1.0 allowed it). */
    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        var text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
