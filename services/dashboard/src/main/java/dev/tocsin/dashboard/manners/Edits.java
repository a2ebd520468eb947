package dev.tocsin.dashboard.manners;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.UnreadableMessageException;
import java.util.List;
import java.util.Optional;

/** Names what people made of a thing, without what the machine adds to it by itself. */
public final class Edits {
    private static final List<String> OF_FEED =
            List.of("url", "title", "interval", "source", "tags", "language", "fullText", "access", "paused");

    private Edits() {}

    /** Of a topic pack: its version, which grows with each change. */
    public static String of(TopicPack pack) {
        return String.valueOf(pack.version());
    }

    /** The same of its JSON. */
    public static Optional<String> topic(byte[] json) {
        return read(json).map(t -> t.path("version")).filter(JsonNode::isInt).map(JsonNode::asText);
    }

    /** Of a feed: its settings, whatever its polls brought. */
    public static Optional<String> feed(byte[] json) {
        return read(json).map(feed -> {
            var settings = Json.mapper().createObjectNode();
            OF_FEED.forEach(name -> settings.set(name, feed.path(name)));
            return Etag.hash(settings.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
    }

    /** Whether a merge patch replaces a list, which it can only as a whole (RFC 7396, section 2). */
    public static boolean replacesAList(byte[] patch) {
        return read(patch).stream().flatMap(p -> p.valueStream()).anyMatch(JsonNode::isArray);
    }

    private static Optional<JsonNode> read(byte[] json) {
        try {
            return Optional.of(Json.read(json, JsonNode.class));
        } catch (UnreadableMessageException e) {
            return Optional.empty();
        }
    }
}
