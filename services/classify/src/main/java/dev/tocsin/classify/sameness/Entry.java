package dev.tocsin.classify.sameness;

import java.util.ArrayList;
import java.util.List;

/** What is known of one stem: the notions it stands for alone, and the phrases it begins. */
final class Entry {
    /** How a stem may go on. */
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

    private int[] notions = {};
    private Reach reach = Reach.WHOLE;
    private List<Phrase> phrases = List.of();

    void means(int notion, Reach as) {
        for (int known : notions) {
            if (known == notion) {
                return;
            }
        }
        var more = java.util.Arrays.copyOf(notions, notions.length + 1);
        more[notions.length] = notion;
        notions = more;
        reach = as.compareTo(reach) > 0 ? as : reach;
    }

    void begins(Phrase phrase) {
        var more = new ArrayList<>(phrases);
        more.add(phrase);
        // the longest is tried first
        more.sort((a, b) -> b.rest().size() - a.rest().size());
        phrases = List.copyOf(more);
    }

    int[] notions() {
        return notions;
    }

    Reach reach() {
        return reach;
    }

    List<Phrase> phrases() {
        return phrases;
    }
}
