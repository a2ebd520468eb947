package dev.tocsin.language.detect;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** What a UTF-16 unit is, looked up in a table: asking the JDK for each took a third of the time of a text. */
final class Chars {
    /** The scripts that a letter may count for; Japanese mixes three, of which its own two are one here. */
    static final List<UnicodeScript> SCRIPTS = List.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.THAI,
            UnicodeScript.HANGUL,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.BENGALI,
            UnicodeScript.TAMIL,
            UnicodeScript.ETHIOPIC);

    static int indexOf(UnicodeScript script) {
        return SCRIPTS.indexOf(script);
    }

    /** A letter of none of {@link #SCRIPTS}. */
    static final int OTHER_LETTER = SCRIPTS.size();

    /** White space, and what parts Persian words without being seen. */
    static final int SPACE = 20;

    /** A digit of whatever script. */
    static final int DIGIT = 24;

    /** Marks of a letter: vowel signs of Hindi, points of Hebrew. */
    static final int MARK = 21;

    /** Not to be seen: direction marks, joiners, soft hyphens, and the accents that belong to no letter. */
    static final int INVISIBLE = 22;

    /** Punctuation, symbols, halves of code points beyond the first plane. */
    static final int SIGN = 23;

    private static final byte[] KINDS = new byte[1 << 16];
    private static final char[] LOWER = new char[1 << 16];

    static {
        for (int c = 0; c < KINDS.length; c++) {
            KINDS[c] = (byte) kindOf(c);
            LOWER[c] = (char) Character.toLowerCase(c);
        }
    }

    private Chars() {}

    /** An index into {@link #SCRIPTS} for a letter, else one of the constants. */
    static int kind(char c) {
        return KINDS[c];
    }

    static boolean isLetter(int kind) {
        return kind <= OTHER_LETTER;
    }

    static char lower(char c) {
        return LOWER[c];
    }

    private static int kindOf(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER -> script(c);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                isLooseAccent(c) ? INVISIBLE : MARK;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.FORMAT -> c == '\u200C' ? SPACE : INVISIBLE;
            default -> Character.isWhitespace(c) || c == '\u00A0' ? SPACE : SIGN;
        };
    }

    /** What is left of accents after composition, the vowel points of Arabic, which few write, and its stretching. */
    private static boolean isLooseAccent(int c) {
        return c >= '\u0300' && c <= '\u036F'
                || c >= '\u064B' && c <= '\u065F'
                || c >= '\u1AB0' && c <= '\u1AFF'
                || c >= '\u20D0' && c <= '\u20FF';
    }

    private static int script(int c) {
        if (c == '\u0640') {
            return INVISIBLE;
        }
        if (c >= '\u02B0' && c <= '\u02FF') {
            return SIGN; // letters that modify, among them the apostrophes of Uzbek
        }
        var script = UnicodeScript.of(c);
        if (script == UnicodeScript.KATAKANA || c == '\u30FC') {
            script = UnicodeScript.HIRAGANA;
        }
        int index = SCRIPTS.indexOf(script);
        return index < 0 ? OTHER_LETTER : index;
    }
}
