package dev.tocsin.classify.sameness;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The case endings that a language adds to names, from {@code name-endings.yaml} beside this class. */
record Endings(List<String> longestFirst) {
    /** Fewer letters than this are no name. */
    private static final int SHORTEST_NAME = 4;

    static Map<String, Endings> read() {
        var found = new HashMap<String, Endings>();
        try (var resource = Objects.requireNonNull(Endings.class.getResourceAsStream("name-endings.yaml"))) {
            for (var line : new YAMLMapper().readTree(resource).properties()) {
                var endings = new ArrayList<String>();
                line.getValue().forEach(e -> endings.add(e.asText()));
                endings.sort(Comparator.comparingInt(String::length).reversed());
                found.put(line.getKey(), new Endings(endings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The name without its ending, where enough is left of it. */
    String strip(String name) {
        for (var ending : longestFirst) {
            if (name.length() - ending.length() >= SHORTEST_NAME && name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
