package dev.tocsin.classify.actors;

import java.util.List;
import java.util.Map;

/**
 * How names change in one language, and what its people call other peoples; its keys are told in the files themselves.
 *
 * @param language BCP 47
 * @param endings what a case adds to a name
 * @param nominative what a name loses before an ending
 * @param adjectiveEndings what number, gender and case add to a demonym
 * @param capital whether demonyms are always written with a capital
 * @param ambiguous names of states that are other words of the language too
 * @param demonyms by the state's country code
 */
record Language(
        String language,
        List<String> endings,
        List<String> nominative,
        List<String> adjectiveEndings,
        boolean capital,
        List<String> ambiguous,
        Map<String, List<String>> demonyms) {

    Language {
        if (language == null || !language.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("'language' is '" + language + "': use a tag such as kk");
        }
        endings = folded(endings, "endings");
        nominative = folded(nominative, "nominative");
        adjectiveEndings = folded(adjectiveEndings, "adjectiveEndings");
        ambiguous = folded(ambiguous, "ambiguous");
        if (demonyms == null) {
            throw new IllegalArgumentException("has no 'demonyms'");
        }
    }

    /** A language of which nothing is known but that its names stay as they are. */
    static Language plain(String tag) {
        return new Language(tag, List.of(), List.of(), List.of(), false, List.of(), Map.of());
    }

    private static List<String> folded(List<String> words, String key) {
        if (words == null) {
            throw new IllegalArgumentException("has no '" + key + "'");
        }
        return words.stream().map(Folding::of).distinct().toList();
    }
}
