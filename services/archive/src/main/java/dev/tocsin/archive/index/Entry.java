package dev.tocsin.archive.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An article as the store has it, ready to be indexed.
 *
 * @param message the contract's JSON, without the text
 * @param at its event time, in milliseconds
 */
public record Entry(String id, long revision, long at, JsonNode message, String text) {

    /** As it was published; what is missing is empty. */
    String title() {
        return string(message, "title");
    }

    String language() {
        return string(message.path("language"), "tag");
    }

    String source(String field) {
        return string(message.path("source"), field);
    }

    List<String> topics() {
        return values(message.path("topics"), "topic");
    }

    /** A field of each of a list's objects, without repetitions. */
    List<String> values(String list, String field) {
        return values(message.path(list), field);
    }

    Instant time() {
        return Instant.ofEpochMilli(at);
    }

    private static List<String> values(JsonNode list, String field) {
        var values = new ArrayList<String>();
        list.forEach(item -> {
            var value = string(item, field);
            if (!value.isEmpty() && !values.contains(value)) {
                values.add(value);
            }
        });
        return values;
    }

    private static String string(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
