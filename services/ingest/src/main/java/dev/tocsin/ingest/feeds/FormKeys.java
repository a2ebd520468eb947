package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a form, and names the one that is wrong. */
final class FormKeys {
    private FormKeys() {}

    /** @param within the key of this object in the one around it; empty for the whole */
    static void known(JsonNode json, List<String> known, String within) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    (within.isEmpty() ? "the body" : "'" + within + "'") + " is not a JSON object");
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "'" + named(within, key) + "' is no key of a feed; there are " + String.join(", ", known));
            }
        });
    }

    /** Without the blanks around it; null where it is absent, null or blank. */
    static @Nullable String text(JsonNode json, String key, String within) {
        var value = json.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + named(within, key) + "' is " + value + ", expected text");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    static boolean flag(JsonNode json, String key) {
        var value = json.get(key);
        if (value.isNull() || value.isBoolean()) {
            return value.booleanValue();
        }
        throw new IllegalArgumentException("'" + key + "' is " + value + ", expected true or false");
    }

    static List<String> texts(JsonNode json, String key) {
        var value = json.get(key);
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException("'" + key + "' is " + value + ", expected a list of texts");
        }
        var texts = new ArrayList<String>(value.size());
        for (var one : value) {
            if (!one.isTextual()) {
                throw new IllegalArgumentException("'" + key + "' holds " + one + ", expected texts only");
            }
            texts.add(one.textValue());
        }
        return texts;
    }

    private static String named(String within, String key) {
        return within.isEmpty() ? key : within + "." + key;
    }
}
