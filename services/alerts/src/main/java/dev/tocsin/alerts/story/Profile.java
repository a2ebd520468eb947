package dev.tocsin.alerts.story;

import java.util.Map;
import java.util.TreeMap;

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
        var merged = new TreeMap<>(words);
        add(merged, features.language(), features.words());
        return new Profile(merged, signs.plus(features.signs(), SIGNS));
    }

    /** What two stories have that are one. */
    Profile plus(Profile other) {
        var merged = new TreeMap<>(words);
        other.words.forEach((language, terms) -> add(merged, language, terms));
        return new Profile(merged, signs.plus(other.signs, SIGNS));
    }

    /** Without an article that was put in; what the bound had dropped of it is not missed. */
    Profile minus(Features features) {
        var left = new TreeMap<>(words);
        left.computeIfPresent(features.language(), (language, terms) -> {
            var rest = terms.minus(features.words());
            return rest.isEmpty() ? null : rest;
        });
        return new Profile(left, signs.minus(features.signs()));
    }

    private static void add(Map<String, Terms> words, String language, Terms more) {
        var known = words.getOrDefault(language, Terms.NONE);
        if (!more.isEmpty() && (!known.isEmpty() || words.size() < LANGUAGES)) {
            words.put(language, known.plus(more, WORDS));
        }
    }

    Terms wordsIn(String language) {
        return words.getOrDefault(language, Terms.NONE);
    }
}
