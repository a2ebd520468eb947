package dev.tocsin.language.detect;

/** The evidence of a text, summed up by language, in nats. */
final class Tally {
    /** From this length a word is long: few words of that length belong to two languages by chance. */
    private static final int LONG = 6;

    /** Shorter beginnings are no stems: they fit words of any language. */
    private static final int LEAST_STEM = 4;

    private final double[] weights;
    private final Lexicon lexicon;
    private final Letters letters;
    private final double[] sums;
    private int words;
    private final long[] endings = new long[Lexicon.LONGEST_AFFIX + 1];
    private final long[] beginnings = new long[Lexicon.LONGEST_AFFIX + 1];

    Tally(Weights weights, Lexicon lexicon, Letters letters, int languages) {
        this.weights = weights.of();
        this.lexicon = lexicon;
        this.letters = letters;
        sums = new double[languages];
    }

    double[] sums() {
        return sums;
    }

    /** How many words were counted. */
    int words() {
        return words;
    }

    /** Counts the letters and words of a piece of a sample that begins and ends with a space. */
    void add(char[] text, int from, int to) {
        int start = -1;
        for (int i = from; i < to; i++) {
            char c = text[i];
            int kind = Chars.kind(c);
            if (Chars.isLetter(kind)) {
                letter(c);
            }
            boolean inWord = Chars.isLetter(kind) || kind == Chars.MARK || start >= 0 && isApostrophe(text, i);
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                word(text, start, i);
                start = -1;
            }
        }
    }

    private static boolean isApostrophe(char[] text, int i) {
        return text[i] == '\'' && Chars.isLetter(Chars.kind(text[i + 1]));
    }

    private void letter(char c) {
        add(letters.lacking(c), c < 0x80 ? Weights.FOREIGN_PLAIN : Weights.FOREIGN);
        add(letters.having(c), Weights.CHARACTER);
    }

    private void word(char[] text, int start, int end) {
        int length = end - start;
        words++;
        long known = lexicon.word(text, start, end);
        add(known, Weights.WORD + Math.min(length, Weights.LONGEST_WORD));
        lexicon.endings(text, start, end, endings);
        lexicon.beginnings(text, start, end, beginnings);
        long whole = known;
        for (int n = 1; n < endings.length; n++) {
            add(endings[n], Weights.ENDING + n);
            add(beginnings[n], Weights.BEGINNING + n);
        }
        for (int n = Lexicon.LONGEST_AFFIX; n >= LEAST_STEM; n--) {
            int rest = length - n;
            for (int e = Math.max(rest, 1); e <= Lexicon.LONGEST_AFFIX; e++) {
                whole |= beginnings[n] & endings[e];
            }
        }
        add(whole, length < LONG ? Weights.WHOLE : Weights.WHOLE + 1);
    }

    private void add(long languages, int kind) {
        for (long left = languages; left != 0; left &= left - 1) {
            sums[Long.numberOfTrailingZeros(left)] += weights[kind];
        }
    }
}
