package dev.tocsin.classify.sameness;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/** Reads how each language inflects, from {@code inflections.yaml} beside this class. */
final class Inflections {
    private Inflections() {}

    static Map<String, Inflection> read() {
        var found = new HashMap<String, Inflection>();
        try (var resource = Objects.requireNonNull(Inflections.class.getResourceAsStream("inflections.yaml"))) {
            for (var line : new YAMLMapper().readTree(resource).properties()) {
                var endings = new HashSet<String>();
                line.getValue().path("endings").forEach(e -> endings.add(e.asText()));
                found.put(
                        line.getKey(),
                        new Inflection(
                                line.getValue().path("letters").asInt(),
                                endings,
                                line.getValue().path("compounds").asBoolean()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
