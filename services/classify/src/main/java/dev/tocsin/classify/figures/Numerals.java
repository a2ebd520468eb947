package dev.tocsin.classify.figures;

import org.jspecify.annotations.Nullable;

/** Reads one number, in digits, spelled out or both ("2,3 mila", "more than a dozen"). */
final class Numerals {
    private static final long THOUSAND = 1000;
    private static final long MILLION = 1_000_000;
    private static final double MOST = 1e12;

    private final Sentence sentence;

    /**
     * A number.
     *
     * @param low the value, or the least it can be
     * @param atLeast it has no upper end: dozens
     * @param scale what its last word multiplied by, 1 for none
     */
    record Number(int end, double low, boolean atLeast, boolean article, boolean digits, long scale) {
        boolean whole() {
            return low == Math.rint(low) && low >= 1 && low <= MOST;
        }
    }

    Numerals(Sentence sentence) {
        this.sentence = sentence;
    }

    /** The number that begins with a token, if one does. */
    @Nullable
    Number at(int at) {
        var token = sentence.token(at);
        if (token.kind() == Token.Kind.DIGITS) {
            return digits(at);
        }
        if (!token.isWord()) {
            return null;
        }
        var scale = sentence.sense(at, Sense.Scale.class);
        if (scale != null && scale.many() && !once(at, scale)) {
            return indefinite(at, scale);
        }
        return new Spelled(sentence).at(at);
    }

    /** более <i>тысячи</i>; более <i>тысячи</i> двухсот. */
    private boolean once(int at, Sense.Scale scale) {
        boolean bound = sentence.is(at - 1, Marks.AT_LEAST)
                || sentence.is(at - 1, Marks.AT_MOST)
                || sentence.is(at - 1, Marks.ABOUT);
        return scale.bounded() && bound;
    }

    /** Dozens; tens of thousands. */
    private Number indefinite(int at, Sense.Scale scale) {
        int next = sentence.after(at);
        int second = sentence.is(next, Marks.OF) ? sentence.after(next) : next;
        var larger = sentence.sense(second, Sense.Scale.class);
        if (larger != null && larger.value() > scale.value()) {
            return new Number(
                    sentence.after(second), 2.0 * scale.value() * larger.value(), true, false, false, larger.value());
        }
        return new Number(next, scale.alone(), true, false, false, scale.value());
    }

    private Number digits(int at) {
        int next = at + 1;
        var scale = scaleAfter(next);
        var word = sentence.token(at).word();
        if (scale != null) {
            int end = sentence.after(next);
            double value = round(decimal(word) * scale.value());
            // "2 bin 500"
            boolean rest = scale.value() == THOUSAND
                    && end < sentence.size()
                    && sentence.token(end).kind() == Token.Kind.DIGITS
                    && sentence.token(end).word().length() == 3;
            return rest
                    ? new Number(end + 1, value + number(sentence.token(end).word(), -1), false, false, true, 1)
                    : new Number(end, value, false, false, true, scale.value());
        }
        return new Number(next, grouped(word), false, false, true, 1);
    }

    private Sense.@Nullable Scale scaleAfter(int at) {
        var scale = sentence.sense(at, Sense.Scale.class);
        // "5 dozen", but not "12 hundred"
        return scale == null || scale.value() < 10 ? null : scale;
    }

    /** A fraction of a person is none: 2.5 of them would be a decimal, and is not whole. */
    private static double grouped(String word) {
        int dot = Math.max(word.lastIndexOf('.'), word.lastIndexOf(','));
        return dot < 0 || word.length() - dot == 4 ? number(word, -1) : number(word, dot);
    }

    /** Before a scale a single separator is a decimal one, unless it groups thousands of more than three digits. */
    private static double decimal(String word) {
        int dot = Math.max(word.lastIndexOf('.'), word.lastIndexOf(','));
        boolean single = dot > 0 && word.indexOf('.') != word.indexOf(',') && dot == firstSeparator(word);
        return number(word, single ? dot : -1);
    }

    private static int firstSeparator(String word) {
        int at = 0;
        while (at < word.length() && Character.isDigit(word.charAt(at))) {
            at++;
        }
        return at;
    }

    private static double number(String word, int decimalPoint) {
        double value = 0;
        double place = 1;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c)) {
                value = value * 10 + (c - '0');
                place *= decimalPoint >= 0 && i > decimalPoint ? 10 : 1;
            }
        }
        return value / place;
    }

    private static double round(double value) {
        return value < MILLION * MILLION ? Math.round(value) : value;
    }
}
