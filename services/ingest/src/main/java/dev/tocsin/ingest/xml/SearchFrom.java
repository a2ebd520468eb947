package dev.tocsin.ingest.xml;

import java.util.HashMap;
import java.util.Map;

/**
 * Searches that do not start anew for what is known to be missing: a text of a million openings without a closing is
 * read in one pass, not in a million.
 */
final class SearchFrom {
    private final String text;
    private final Map<String, Integer> next = new HashMap<>();

    SearchFrom(String text) {
        this.text = text;
    }

    /** The first place of {@code what} at or behind {@code from}; negative where there is none. Places may only grow. */
    int find(String what, int from) {
        int before = next.getOrDefault(what, Integer.MIN_VALUE);
        if (before == -1 || before >= from) {
            return before;
        }
        int found = text.indexOf(what, from);
        next.put(what, found);
        return found;
    }
}
