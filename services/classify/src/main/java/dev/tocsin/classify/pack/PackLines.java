package dev.tocsin.classify.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where in its file each key of a pack stands, so that a mistake found later can still be pointed at. */
final class PackLines {
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param pack the file's text, known to be well-formed */
    static PackLines of(JsonFactory yaml, String pack) throws IOException {
        var found = new PackLines();
        try (var parser = yaml.createParser(pack)) {
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

    /** The line of a key, from 1; where the key is not written, the line of the nearest one around it. */
    int line(String key) {
        var pointer = "/" + key.replace(".", "/").replace("[", "/").replace("]", "");
        while (!lines.containsKey(pointer) && !pointer.isEmpty()) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return lines.getOrDefault(pointer, 1);
    }
}
