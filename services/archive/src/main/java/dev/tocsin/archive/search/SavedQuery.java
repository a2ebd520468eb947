package dev.tocsin.archive.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Parameters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query string of a saved search: only what a search knows, and only what can be asked. */
public final class SavedQuery {
    private static final int MOST_CHARACTERS = 4_000;
    private static final List<String> KNOWN = List.of(
            "q", "topic", "language", "source", "country", "actor", "reliability", "story", "from", "to", "sort");

    private SavedQuery() {}

    /**
     * The query string without a place, and without what no search knows.
     *
     * @throws BadParameterException where it is none, or says nothing
     * @throws SearchSyntaxException where its {@code q} cannot be read
     */
    public static String clean(@Nullable String query) {
        if (query == null || query.length() > MOST_CHARACTERS) {
            throw new BadParameterException(
                    "query",
                    "is missing or longer than " + MOST_CHARACTERS + " characters; give a query string such as q=gas");
        }
        Map<String, List<String>> given = new LinkedHashMap<>();
        try {
            for (var pair : query.split("&")) {
                var parts = pair.split("=", 2);
                if (parts.length == 2 && KNOWN.contains(parts[0]) && !parts[1].isBlank()) {
                    given.put(parts[0], List.of(URLDecoder.decode(parts[1], UTF_8)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("query", "is no query string; write % as %25");
        }
        if (given.isEmpty()) {
            throw new BadParameterException("query", "says nothing; give words or a filter, such as q=gas");
        }
        Search.of(new Parameters(given));
        return given.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().getFirst(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
