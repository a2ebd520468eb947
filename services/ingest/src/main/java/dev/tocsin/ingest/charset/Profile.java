package dev.tocsin.ingest.charset;

/**
 * How likely a text is in one encoding, by the letters that its languages use most. It knows no words, so that it
 * needs little memory and judges a headline as well as a page.
 *
 * @param prior which of two that read the same bytes alike is preferred
 */
record Profile(Encoding encoding, String common, String usual, double prior) {
    private static final double COMMON = 2;
    private static final double USUAL = 1;
    private static final double OTHER_LETTER = -0.4;
    private static final double SYMBOL = -0.5;
    private static final double IMPOSSIBLE = -8;
    private static final double CASE_WITHIN_WORD = -2;
    private static final double MIXED_SCRIPTS = -2.5;
    private static final double SYMBOL_WITHIN_WORD = -3;
    private static final double THREE_ACCENTS_IN_A_ROW = -2;
    private static final double CAPITALS = -0.3;
    private static final double HAN = 0.8;
    private static final double HAN_BESIDE_LATIN = -1;

    /** Vowels that Italian has at the ends of words only; within words they are letters of Prague read wrongly. */
    private static final String FINAL_VOWELS = "ìòù";

    /** Қ goes with vowels of the back; before е it is the ќ of Macedonian, in its commonest word. */
    private static final double FOREIGN_TO_KAZAKH = -2.5;

    /** After one, Ukrainian has no ї and Belarusian no ў; they are the ү and ұ of Kazakh read wrongly. */
    private static final String CONSONANTS = "бвгджзйклмнпрстфхцчшщ";

    private static final double VOWEL_OUT_OF_PLACE = -1;

    /** Of a character beyond ASCII, on the average. */
    double likelihood(byte[] sample) {
        var text = encoding.lossy(sample, 0);
        double sum = 0;
        int count = 0;
        int accents = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\u0080') {
                accents = 0;
                // ISO 2022 switches by it, and no text in another encoding has one
                sum += c == '\u001B' ? IMPOSSIBLE : 0;
                count += c == '\u001B' ? 1 : 0;
                continue;
            }
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
            accents = isLatin(c) ? accents + 1 : 0;
            sum += of(c) + amongNeighbours(c, before, after) + (accents > 2 ? THREE_ACCENTS_IN_A_ROW : 0);
            count++;
        }
        return prior + (count == 0 ? 0 : sum / count);
    }

    private double of(char c) {
        if (c == '\uFFFD' || c <= '\u009F' || c >= '\uE000' && c <= '\uF8FF') {
            return IMPOSSIBLE;
        }
        char lower = Character.toLowerCase(c);
        if (common.indexOf(lower) >= 0) {
            return COMMON;
        }
        if (usual.indexOf(lower) >= 0 || isKana(c) || isHangul(c) && usual.indexOf('가') >= 0) {
            return USUAL;
        }
        if (Character.isLetter(c)) {
            return isHan(c) && usual.indexOf('一') >= 0 ? HAN : OTHER_LETTER;
        }
        return Punctuation.isUsual(c) ? 0.5 : SYMBOL;
    }

    private static double amongNeighbours(char c, char before, char after) {
        boolean ends = !Character.isLetter(after);
        if (!Character.isLetter(c)) {
            return ends || !Character.isLetter(before) || Punctuation.joins(c) ? 0 : SYMBOL_WITHIN_WORD;
        }
        double sum = 0;
        if (Character.isUpperCase(c)) {
            sum += Character.isLowerCase(before) ? CASE_WITHIN_WORD : Character.isUpperCase(before) ? CAPITALS : 0;
        }
        if (isAsciiLetter(before) || isAsciiLetter(after)) {
            sum += isHan(c) ? HAN_BESIDE_LATIN : isLatin(c) ? 0 : MIXED_SCRIPTS;
        }
        if (FINAL_VOWELS.indexOf(c) >= 0) {
            sum += ends ? COMMON : VOWEL_OUT_OF_PLACE;
        }
        if (c == 'қ' && after == 'е') {
            sum += FOREIGN_TO_KAZAKH;
        }
        if ((c == 'ї' || c == 'ў') && CONSONANTS.indexOf(Character.toLowerCase(before)) >= 0) {
            sum += VOWEL_OUT_OF_PLACE;
        }
        boolean alone = ends && !Character.isLetter(before);
        return sum + (c == 'õ' && ends || c == 'č' && alone ? VOWEL_OUT_OF_PLACE : 0);
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isLatin(char c) {
        return c < '\u0250' && Character.isLetter(c);
    }

    private static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7A3' || isKana(c);
    }

    private static boolean isKana(char c) {
        return c >= '\u3041' && c <= '\u30FA';
    }

    private static boolean isHangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3';
    }
}
