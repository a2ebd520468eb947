package dev.tocsin.classify.match;

import java.util.Comparator;
import java.util.List;

/**
 * Where in a field something was found.
 *
 * @param first number of its first word in the field, from 0
 * @param last number of its last word
 * @param start UTF-16 units from the field's begin
 * @param end behind its last letter
 */
record Span(int first, int last, int start, int end) {
    static final Comparator<Span> IN_READING_ORDER =
            Comparator.comparingInt(Span::first).thenComparingInt(Span::last);

    int words() {
        return last - first + 1;
    }

    boolean overlaps(Span other) {
        return first <= other.last && other.first <= last;
    }

    /** From the first of them to the last. */
    static Span over(List<Span> spans) {
        var over = spans.getFirst();
        for (int i = 1; i < spans.size(); i++) {
            over = over.to(spans.get(i));
        }
        return over;
    }

    private Span to(Span other) {
        return new Span(
                Math.min(first, other.first),
                Math.max(last, other.last),
                Math.min(start, other.start),
                Math.max(end, other.end));
    }
}
