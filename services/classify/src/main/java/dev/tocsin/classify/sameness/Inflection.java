package dev.tocsin.classify.sameness;

import java.util.Set;

/**
 * How far the words of a language may go on behind a stem and still be that word.
 *
 * @param letters how many letters an ending has at most; less behind stems of three letters or fewer
 * @param endings the only endings there are, where they are few; empty where any of that length will do
 * @param compounds whether words are written together, so that a stem is looked for inside longer ones too
 */
record Inflection(int letters, Set<String> endings, boolean compounds) {
    private static final int SHORT_STEM = 3;
    /** Stems shorter than this stand inside other words by chance. */
    private static final int SHORTEST_PART = 5;

    static final Inflection OTHER = new Inflection(3, Set.of(), false);

    Inflection {
        endings = Set.copyOf(endings);
    }

    boolean allows(String word, int stem) {
        int rest = word.length() - stem;
        if (rest == 0) {
            return true;
        }
        if (!endings.isEmpty()) {
            return rest <= letters && endings.contains(word.substring(stem));
        }
        return rest <= (stem <= SHORT_STEM ? letters / 2 : letters);
    }

    boolean isPart(int stem) {
        return compounds && stem >= SHORTEST_PART;
    }
}
