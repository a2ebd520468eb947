package dev.tocsin.archive.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The English names of the actors and places that were recognised in an article, as one text that is searched with it; so that Spain
 * is found where {@code Spagna} stands. Who finds a name there finds where it stands in the article.
 */
public final class Known {
    private static final int MOST_NAMES = 200;

    private final Map<String, List<Span>> mentions = new LinkedHashMap<>();

    private Known() {}

    /** What an article's JSON says. */
    public static Known of(JsonNode article) {
        var known = new Known();
        for (var list : List.of("actors", "places")) {
            for (var named : article.path(list)) {
                var name = named.path("name").asText("").replace('\n', ' ');
                if (!name.isBlank() && known.mentions.size() < MOST_NAMES) {
                    known.mentions
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new Span(
                                    named.path("start").asInt(),
                                    named.path("end").asInt()));
                }
            }
        }
        return known;
    }

    /** One name a line. */
    public String text() {
        return String.join("\n", mentions.keySet());
    }

    /** Where in the article's text that stands which a place in {@link #text()} names. */
    public List<Span> mentions(int offset) {
        int at = 0;
        for (var named : mentions.entrySet()) {
            at += named.getKey().length() + 1;
            if (offset < at) {
                return List.copyOf(named.getValue());
            }
        }
        return List.of();
    }
}
