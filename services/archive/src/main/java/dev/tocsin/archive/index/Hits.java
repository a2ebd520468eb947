package dev.tocsin.archive.index;

import dev.tocsin.archive.search.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many articles fit, as far as they were counted
 * @param exact whether there are no more than that
 * @param facets by field, the most frequent values first; empty where they were not asked for
 * @param next where to go on; null at the end
 */
public record Hits(List<Hit> hits, long total, boolean exact, Map<String, List<Count>> facets, @Nullable Place next) {
    public Hits {
        hits = List.copyOf(hits);
    }

    /**
     * An article that fits.
     *
     * @param revision that was indexed; places in another one would be wrong
     * @param inTitle where the words stand that were found by {@code title:}
     * @param inText where words stand in title, text and known names, as if these were one with a line between them
     */
    public record Hit(String id, long revision, List<Span> inTitle, List<Span> inText) {}

    /** How many of the articles that fit have a value. */
    public record Count(String value, int articles) {}
}
