package dev.tocsin.language.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the language that a good part of a text is in beside its main one, in another script or in the same. */
final class SecondLanguage {
    /** Of the letters, in the other script or in pieces of the other language: less is a quotation. */
    private static final double SHARE = 0.2;

    private static final int LEAST_LETTERS = 30;

    /** How much more, in nats, letters and words alone must speak for another language before the model is asked. */
    private static final double SUSPICIOUS = 4;

    private static final double SURE = 0.98;

    /** What letters and words must say, in nats, for a piece in another script to be prose, not a list of names. */
    private static final double LEAST_WORDS = 8;

    private final Scorer scorer;

    SecondLanguage(Scorer scorer) {
        this.scorer = scorer;
    }

    /**
     * Its tag, or null for a text in one language.
     *
     * @param words what those of the whole sample say, in nats
     */
    @Nullable
    String of(Sample sample, List<Piece> pieces, int script, int main, double[] words, Scorer.Sequences sequences) {
        int other = sample.script(script);
        if (other >= 0 && isEnough(sample.weight(other), sample.weight(other) + sample.weight(script))) {
            var choice = Choice.of(scorer.writtenIn(other), scorer.scores(words, sequences, other));
            if (choice.confidence() >= SURE && words[choice.language()] >= LEAST_WORDS) {
                return scorer.tag(choice.language(), other);
            }
        }
        return scorer.writtenIn(script).length == 1 ? null : inSameScript(sample, pieces, script, main);
    }

    private @Nullable String inSameScript(Sample sample, List<Piece> pieces, int script, int main) {
        int found = -1;
        int length = 0;
        for (var piece : pieces) {
            int language = otherLanguage(sample.chars(), piece, script, main);
            if (language >= 0 && (found < 0 || language == found)) {
                found = language;
                length += piece.length();
            }
        }
        return found >= 0 && isEnough(length, sample.length()) ? scorer.tag(found, script) : null;
    }

    /** The language of a piece, if it is surely another one; else -1. */
    private int otherLanguage(char[] text, Piece piece, int script, int main) {
        if (piece.length() < LEAST_LETTERS) {
            return -1;
        }
        var words = piece.words();
        double highest = words[main];
        for (int language : scorer.writtenIn(script)) {
            highest = Math.max(highest, words[language]);
        }
        if (highest < words[main] + SUSPICIOUS) {
            return -1;
        }
        var scores = scorer.scores(words, scorer.sequences(text, piece.from(), piece.to()), script);
        var choice = Choice.of(scorer.writtenIn(script), scores);
        return choice.language() != main && choice.confidence() >= SURE ? choice.language() : -1;
    }

    private static boolean isEnough(int letters, int all) {
        return letters >= LEAST_LETTERS && letters >= SHARE * all;
    }
}
