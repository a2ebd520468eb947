package dev.tocsin.classify.sameness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is known of one stem: the notions it stands for alone, and the phrases it begins. */
final class Entry {
    /** How a stem may go on; each of them includes those before it. */
    enum Reach {
        WHOLE,
        INFLECTED,
        ANY
    }

    /** The further words of a phrase, and what it means. */
    record Phrase(List<Stem> rest, int notion) {}

    /** A stem as a lexicon writes it: {@code gas=} the word alone, {@code protest} inflected, {@code protest*} anyhow. */
    record Stem(String form, Reach reach) {
        boolean matches(String word, Inflection inflection) {
            return word.startsWith(form)
                    && (word.length() == form.length()
                            || reach == Reach.ANY
                            || reach == Reach.INFLECTED && inflection.allows(word, form.length()));
        }
    }

    private static final int[] NONE = {};

    /** By the reach a word needs, the notions that have it: gas= and gasolin may share a beginning. */
    private final int[][] notions = {NONE, NONE, NONE};

    private List<Phrase> phrases = List.of();

    void means(int notion, Reach reach) {
        for (int needed = 0; needed <= reach.ordinal(); needed++) {
            if (Arrays.stream(notions[needed]).noneMatch(known -> known == notion)) {
                notions[needed] = Arrays.copyOf(notions[needed], notions[needed].length + 1);
                notions[needed][notions[needed].length - 1] = notion;
            }
        }
    }

    void begins(Phrase phrase) {
        var more = new ArrayList<>(phrases);
        more.add(phrase);
        // the longest is tried first
        more.sort((a, b) -> b.rest().size() - a.rest().size());
        phrases = List.copyOf(more);
    }

    /** The notions of a word that goes on behind the stem as far as this; empty where there are none. */
    int[] notions(Reach needed) {
        return notions[needed.ordinal()];
    }

    List<Phrase> phrases() {
        return phrases;
    }
}
