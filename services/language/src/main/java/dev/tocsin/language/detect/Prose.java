package dev.tocsin.language.detect;

import java.util.Set;

/** Tells prose, which is in a language, from tables of figures, program text and encoded data, which are in none. */
final class Prose {
    private static final int LEAST_LETTERS = 2;

    /** Prose is nearly all letters; a table of figures or a list of codes is not. */
    private static final double LETTER_SHARE = 0.6;

    /** Characters that programs and markup are full of and newspapers hardly print. */
    private static final String PROGRAM_CHARACTERS = "{}[]<>=;_\\|$#^~`";

    private static final double PROGRAM_SHARE = 0.05;

    /** Longer than any language's words are on average, where words are parted by spaces at all. */
    private static final int LONGEST_MEAN_WORD = 24;

    /** A vowel sign of Hindi is a mark: part of its letter, not a character beside it. */
    private static final Set<Byte> MARKS = Set.of(Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK);

    private Prose() {}

    /** Whether a text, its links removed, is prose. */
    static boolean is(CharSequence text) {
        int letters = 0;
        int visible = 0;
        int program = 0;
        int words = 1;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isIdeographic(c)) {
                words++;
            }
            if (Character.isLetter(c)) {
                letters++;
            }
            if (!Character.isWhitespace(c) && !MARKS.contains((byte) Character.getType(c))) {
                visible++;
            }
            if (PROGRAM_CHARACTERS.indexOf(c) >= 0) {
                program++;
            }
        }
        return letters >= LEAST_LETTERS
                && letters >= LETTER_SHARE * visible
                && program <= PROGRAM_SHARE * visible
                && letters <= LONGEST_MEAN_WORD * words;
    }
}
