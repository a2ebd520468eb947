package dev.tocsin.dashboard.words;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All words of the interface: one file {@code words/SECTION.LANGUAGE.json} for templates and scripts together. */
public final class Catalogue {
    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

    /**
     * A text.
     *
     * @throws IllegalArgumentException where there is no such section or key
     */
    public String say(Language language, String section, String key, Object... values) {
        return new Words(language, file(section, language)).say(key, values);
    }

    /** The words of sections for scripts, by section; as JSON that can stand within a script element. */
    public String json(Language language, Iterable<String> sections) {
        var all = Json.mapper().createObjectNode();
        sections.forEach(section -> all.set(section, file(section, language)));
        return all.toString().replace("<", "\\u003c");
    }

    /**
     * What a value of a message is called; the value itself, without its hyphens, where there is no such key.
     *
     * @param prefix of the key, with its dot
     */
    public String name(Language language, String section, String prefix, String value) {
        return file(section, language).has(prefix + value)
                ? say(language, section, prefix + value)
                : value.replace('-', ' ');
    }

    /** A text without values; empty where there is no such key. */
    Optional<String> text(Language language, String section, String key) {
        return Optional.ofNullable(file(section, language).path(key).textValue());
    }

    /** One section in one language. */
    public Speech speech(Language language, String section) {
        return new Speech(this, language, section);
    }

    private JsonNode file(String section, Language language) {
        return files.computeIfAbsent(section + "." + language.tag() + ".json", Catalogue::read);
    }

    private static JsonNode read(String name) {
        try (var stream = Catalogue.class.getResourceAsStream("/words/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there are no words in " + name);
            }
            return Json.mapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("words of " + name, e);
        }
    }
}
