package dev.tocsin.classify.figures;

/**
 * A word, a number in digits or a sign.
 *
 * @param word in small letters, apostrophes made straight; of a number the digits as they stand
 * @param start first UTF-16 unit in the field
 * @param end one past the last UTF-16 unit
 */
record Token(String word, int start, int end, Kind kind, boolean capital) {
    enum Kind {
        WORD,
        DIGITS,
        /** Digits that cannot count people: a date, a time, a score. */
        CODE,
        SIGN
    }

    boolean is(String sign) {
        return word.equals(sign);
    }

    boolean touches(Token next) {
        return end == next.start;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
