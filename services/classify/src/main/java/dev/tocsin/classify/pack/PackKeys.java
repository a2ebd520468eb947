package dev.tocsin.classify.pack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.TopicPack;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds keys that no pack has, which are mostly keys misspelt; before the values are looked at, which they would hide. */
final class PackKeys {
    /** What the keys that hold records hold. */
    private static final Map<String, Class<? extends Record>> RECORDS = Map.of(
            "signals", TopicPack.Signal.class,
            "near", TopicPack.Near.class,
            "examples", TopicPack.Examples.class,
            "match", TopicPack.Example.class,
            "reject", TopicPack.Example.class);

    private final Path file;
    private final PackLines lines;

    private PackKeys(Path file, PackLines lines) {
        this.file = file;
        this.lines = lines;
    }

    static void check(Path file, JsonNode pack, PackLines lines) throws InvalidPackException {
        new PackKeys(file, lines).check(pack, TopicPack.class, "");
    }

    private void check(JsonNode node, Class<? extends Record> type, String path) throws InvalidPackException {
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            check(node.get(i), type, path + "[" + i + "]");
        }
        var known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .sorted()
                .toList();
        for (var entry : node.properties()) {
            var key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            if (!known.contains(entry.getKey())) {
                throw unknown(key, known);
            }
            var inner = RECORDS.get(entry.getKey());
            if (inner != null) {
                check(entry.getValue(), inner, key);
            }
        }
    }

    private InvalidPackException unknown(String key, List<String> known) {
        return new InvalidPackException(
                file, lines.line(key), key, "is no key of a pack: use one of " + String.join(", ", known));
    }
}
