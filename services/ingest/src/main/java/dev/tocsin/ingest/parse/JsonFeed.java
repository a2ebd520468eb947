package dev.tocsin.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import dev.tocsin.ingest.xml.Forgiven;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 item by item, so that one that was cut off gives what came before the cut. */
final class JsonFeed {
    /** Whatever follows the feed is not looked at, and each item is read by itself. */
    private static final ObjectReader READER =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Addresses addresses;
    private final Forgiven forgiven;
    private final List<RawItem> items = new ArrayList<>();
    private final Set<String> hubs = new LinkedHashSet<>();
    private boolean feed;
    private @Nullable String title;
    private @Nullable String link;
    private @Nullable String language;
    private @Nullable String self;

    JsonFeed(@Nullable String url, Forgiven forgiven) {
        this.addresses = new Addresses(url);
        this.forgiven = forgiven;
    }

    ParsedFeed read(String text) {
        try (var parser = READER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                field(name, parser);
            }
        } catch (IOException e) {
            if (!feed) {
                return new Unreadable(Failure.NOT_A_FEED, "JSON that cannot be read, and no XML at all");
            }
            forgiven.add("truncated");
        }
        if (!feed) {
            return new Unreadable(Failure.NOT_A_FEED, "JSON, but no JSON Feed: it has neither version nor items");
        }
        var hints = new FeedHints(null, Set.of(), Set.of(), null, List.copyOf(hubs), self, null);
        return new Readable(title, link, language, items, hints, forgiven.codes());
    }

    private void field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "version" -> feed |= parser.getValueAsString("").contains("jsonfeed.org");
            case "title" -> title = text(parser);
            case "language" -> language = text(parser);
            case "home_page_url" -> {
                link = resolved(text(parser));
                addresses.site(link);
            }
            case "feed_url" -> self = resolved(text(parser));
            case "hubs" -> hubs(READER.readTree(parser));
            case "items" -> items(parser);
            default -> parser.skipChildren();
        }
    }

    private void items(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        feed = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode item = READER.readTree(parser);
            if (items.size() >= ParseLimits.ITEMS) {
                forgiven.add("too-many-items");
            } else if (item != null && item.isObject()) {
                items.add(JsonItem.read(item, addresses, forgiven));
            }
        }
    }

    private void hubs(@Nullable JsonNode list) {
        if (list != null) {
            for (var hub : list) {
                var url = hub.path("url").asText("");
                if (!url.isBlank() && hubs.size() < ParseLimits.HUBS) {
                    hubs.add(addresses.resolve(url));
                }
            }
        }
    }

    private @Nullable String resolved(@Nullable String url) {
        return url == null ? null : addresses.resolve(url);
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
            return null;
        }
        var text = parser.getValueAsString("").strip();
        return text.isEmpty() ? null : text;
    }
}
