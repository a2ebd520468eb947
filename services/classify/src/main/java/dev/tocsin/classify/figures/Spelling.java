package dev.tocsin.classify.figures;

import java.util.Set;

/**
 * How a language writes, as far as it matters to numbers.
 *
 * @param groupsBySpace a plain space may stand between the groups of a number (1 000)
 * @param suffixes endings that hang on digits by a hyphen and do not change what they count (12-ти, 200-ден)
 * @param glue numerals are written in one word (dreiundzwanzig, duecento)
 * @param unitAfterAnd a unit is joined to its ten by "and" (treinta y cinco)
 * @param abbreviations words after which a full stop ends no sentence, in small letters without it
 */
record Spelling(
        boolean groupsBySpace,
        Apostrophe apostrophe,
        Set<String> suffixes,
        Glue glue,
        boolean unitAfterAnd,
        Set<String> abbreviations) {

    /** What an apostrophe between letters does. */
    enum Apostrophe {
        /** Two words meet: l'attacco. */
        ELIDES,
        /** A word ends, an ending follows: Iraq's, Kabil'de. */
        ENDS,
        /** It is a letter: п'ять. */
        INSIDE
    }

    /** How numerals are glued. */
    enum Glue {
        NONE,
        /** The unit after the ten: ventitré. */
        UNIT_LAST,
        /** The unit before the ten: dreiundzwanzig. */
        UNIT_FIRST
    }

    char fold(char c) {
        return switch (c) {
            case '\u2019', '\u02bc' -> '\'';
            case '\u0130' -> 'i';
            case 'ё', 'Ё' -> 'е';
            default -> Character.toLowerCase(c);
        };
    }
}
