package dev.tocsin.dashboard.marks;

import java.util.List;

/**
 * A stretch of text in which nothing begins or ends.
 *
 * @param spans over it, in the order they were given; none where it is plain text
 */
public record Piece(String text, List<Span> spans) {
    public boolean marked() {
        return !spans.isEmpty();
    }

    /** The topics for which it is evidence, each once. */
    public List<String> topics() {
        return keys(Kind.EVIDENCE);
    }

    /** What ties its spans of a kind to others, each once. */
    public List<String> keys(Kind kind) {
        return spans.stream()
                .filter(s -> s.kind() == kind)
                .map(Span::topic)
                .distinct()
                .toList();
    }

    /** The kinds it is marked for, each once. */
    public List<Kind> kinds() {
        return spans.stream().map(Span::kind).distinct().sorted().toList();
    }

    /** The labels of all spans over it, each once. */
    public List<String> labels() {
        return spans.stream().map(Span::label).distinct().toList();
    }

    /** The labels as one line. */
    public String label() {
        return String.join(" · ", labels());
    }
}
