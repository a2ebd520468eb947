package dev.tocsin.alerts.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where in its file each key stands, so that a mistake can be pointed at. */
final class PolicyLines {
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param text known to be well-formed */
    static PolicyLines of(JsonFactory yaml, String text) throws IOException {
        var found = new PolicyLines();
        try (var parser = yaml.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    found.lines.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return found;
    }

    /** The line of a key as a JSON pointer, from 1; where it is not written, of the nearest one around it. */
    int line(String pointer) {
        var nearest = pointer;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return lines.getOrDefault(nearest, 1);
    }
}
