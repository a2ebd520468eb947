package dev.tocsin.alerts.story;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What the articles of a story have in common: their heaviest words, by language, and their heaviest signs. Bounded,
 * whatever joins.
 */
record Profile(Map<String, Terms> words, Terms signs) {
    private static final int WORDS = 96;
    private static final int SIGNS = 64;
    private static final int LANGUAGES = 12;

    static final Profile EMPTY = new Profile(Map.of(), Terms.NONE);

    Profile plus(Features features) {
        var known = wordsIn(features.language());
        var merged = new TreeMap<>(words);
        if (!known.isEmpty() || words.size() < LANGUAGES) {
            merged.put(features.language(), known.plus(features.words(), WORDS));
        }
        return new Profile(merged, signs.plus(features.signs(), SIGNS));
    }

    Terms wordsIn(String language) {
        return words.getOrDefault(language, Terms.NONE);
    }

    /** The same with words that other profiles hold too. */
    Profile sharing(UnaryOperator<String> held) {
        var shared = new TreeMap<>(words);
        shared.replaceAll((language, terms) -> terms.sharing(held));
        return new Profile(shared, signs.sharing(held));
    }
}
