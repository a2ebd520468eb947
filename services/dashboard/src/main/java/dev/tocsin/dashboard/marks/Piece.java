package dev.tocsin.dashboard.marks;

import java.util.List;

/**
 * A stretch of text in which nothing begins or ends.
 *
 * @param topics for which it is evidence, each once; empty where it is plain text
 * @param labels of all spans over it, each once
 */
public record Piece(String text, List<String> topics, List<String> labels) {
    public boolean marked() {
        return !topics.isEmpty();
    }

    /** The labels as one line. */
    public String label() {
        return String.join(" · ", labels);
    }
}
