package dev.tocsin.classify.sameness;

/**
 * A word, figure or run of ideographs of a text.
 *
 * @param form a word in lower case and without Latin marks; a figure as {@link Figures} writes it; ideographs as they are
 * @param capital true where it was written with a capital first
 * @param opens true for the first word of a sentence, whose capital means nothing
 */
record Word(String form, Kind kind, boolean capital, boolean opens) {
    enum Kind {
        LETTERS,
        FIGURE,
        IDEOGRAPHS
    }
}
