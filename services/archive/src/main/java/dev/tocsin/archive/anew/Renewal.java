package dev.tocsin.archive.anew;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Reclassify;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an archived article becomes when it was classified anew for one topic. Only the hit of that topic changes, and only where the
 * pack was newer than the one the article was last met with; everything else stays as it was when it came: text, times, whether it
 * was a replay, and the hits of other topics. What is read only in articles of a topic is taken over by one that had none.
 *
 * <p>What was done stands in {@code reclassified}: topic, version of the pack, and when. It makes the same message, coming
 * again or late, change nothing.
 */
public final class Renewal {
    private static final String TOPICS = "topics";
    private static final String TOPIC = "topic";
    private static final String VERSION = "version";
    private static final String DONE = "reclassified";
    private static final List<String> READ_WITH_TOPICS =
            List.of("actors", "places", "claims", "reactions", "fingerprint", "signature");

    private Renewal() {}

    /**
     * The article with its new hit, or without it; empty where it stays as it is.
     *
     * @param stored as the archive has it, of the same revision; it is not changed
     */
    public static Optional<ObjectNode> of(ObjectNode stored, Reclassify asked, ClassifiedArticle anew) {
        if (asked.version() <= lastMet(stored, asked.topic())) {
            return Optional.empty();
        }
        var next = stored.deepCopy();
        ObjectNode message = Json.mapper().valueToTree(anew);
        if (next.path(TOPICS).isEmpty() && !anew.topics().isEmpty()) {
            READ_WITH_TOPICS.forEach(field -> next.set(field, message.get(field)));
        }
        next.set(TOPICS, hits(stored, asked.topic(), message));
        var done = array(next, DONE);
        remove(done, asked.topic());
        done.addObject()
                .put(TOPIC, asked.topic())
                .put(VERSION, asked.version())
                .set("at", Json.mapper().valueToTree(anew.classifiedAt()));
        return Optional.of(next);
    }

    /** The version of the pack that an article was met with last, as far as is known; 0 where nothing is. */
    private static int lastMet(ObjectNode stored, String topic) {
        int last = 0;
        for (var list : List.of(TOPICS, DONE)) {
            for (var entry : stored.path(list)) {
                if (entry.path(TOPIC).asText().equals(topic)) {
                    last = Math.max(last, entry.path(VERSION).asInt());
                }
            }
        }
        return last;
    }

    /** The stored hits with that of the one topic as it is now; best first. */
    private static ArrayNode hits(ObjectNode stored, String topic, ObjectNode message) {
        var hits = new ArrayList<JsonNode>();
        stored.path(TOPICS).forEach(hits::add);
        hits.removeIf(hit -> isOf(hit, topic));
        message.path(TOPICS).forEach(hit -> {
            if (isOf(hit, topic)) {
                hits.add(hit);
            }
        });
        hits.sort(Comparator.comparingDouble((JsonNode hit) -> hit.path("score").asDouble())
                .reversed());
        return Json.mapper().createArrayNode().addAll(hits);
    }

    private static ArrayNode array(ObjectNode node, String field) {
        return node.get(field) instanceof ArrayNode array ? array : node.putArray(field);
    }

    private static void remove(ArrayNode entries, String topic) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (isOf(entries.get(i), topic)) {
                entries.remove(i);
            }
        }
    }

    private static boolean isOf(JsonNode entry, String topic) {
        return entry.path(TOPIC).asText().equals(topic);
    }
}
