package dev.tocsin.language.detect;

/** Tells prose, which is in a language, from tables of figures, program text and encoded data, which are in none. */
final class Prose {
    private static final int LEAST_LETTERS = 2;

    /** Prose is nearly all letters; a table of figures or a list of codes is not. */
    private static final double LETTER_SHARE = 0.6;

    private static final double PROGRAM_SHARE = 0.08;

    /** A reference or a pair of brackets is in the shortest of news. */
    private static final int FEW_PROGRAM_CHARACTERS = 3;

    /** Longer than any language's words are on average, where words are parted by spaces at all. */
    private static final int LONGEST_MEAN_WORD = 24;

    private Prose() {}

    /**
     * Whether a text with such a census is prose.
     *
     * @param visible characters, marks of letters aside
     * @param program characters that programs and markup are full of
     * @param words where words are not parted, characters
     */
    static boolean is(int letters, int visible, int program, int words) {
        return letters >= LEAST_LETTERS
                && letters >= LETTER_SHARE * visible
                && program <= Math.max(FEW_PROGRAM_CHARACTERS, PROGRAM_SHARE * visible)
                && letters <= LONGEST_MEAN_WORD * words;
    }
}
