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
        return new Span(
                spans.stream().mapToInt(Span::first).min().orElseThrow(),
                spans.stream().mapToInt(Span::last).max().orElseThrow(),
                spans.stream().mapToInt(Span::start).min().orElseThrow(),
                spans.stream().mapToInt(Span::end).max().orElseThrow());
    }
}
