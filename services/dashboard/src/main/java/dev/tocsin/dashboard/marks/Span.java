package dev.tocsin.dashboard.marks;

/**
 * What a message says of a stretch of text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param topic the topic it speaks for, or what ties it to others of its kind
 * @param label for people: the signal and the term
 */
public record Span(int start, int end, Kind kind, String topic, String label) {
    /** Evidence of a topic. */
    public Span(int start, int end, String topic, String label) {
        this(start, end, Kind.EVIDENCE, topic, label);
    }
}
