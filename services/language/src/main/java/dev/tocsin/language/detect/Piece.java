package dev.tocsin.language.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * A line or so of a sample: long enough for words to decide, short enough not to hold two languages.
 *
 * @param from index of the space before it
 * @param to index behind the space after it
 * @param words what its letters and words say, by language, in nats
 */
record Piece(int from, int to, double[] words) {
    private static final int LENGTH = 90;

    /** All of a sample; neighbours share the space between them. */
    static List<Piece> of(Sample sample, Scorer scorer) {
        var text = sample.chars();
        var pieces = new ArrayList<Piece>();
        for (int from = 0; from < sample.length() - 1; ) {
            int to = Math.min(from + LENGTH, sample.length());
            while (to < sample.length() && text[to - 1] != ' ') {
                to++;
            }
            pieces.add(new Piece(from, to, scorer.words(text, from, to)));
            from = to - 1;
        }
        return pieces;
    }

    /** What the letters and words of all of them say. */
    static double[] words(List<Piece> pieces) {
        var sums = new double[pieces.getFirst().words.length];
        for (var piece : pieces) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += piece.words[i];
            }
        }
        return sums;
    }

    int length() {
        return to - from;
    }
}
