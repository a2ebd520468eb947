package dev.tocsin.archive.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word that is asked for.
 *
 * @param plain as it stands, folded
 * @param forms all that articles may have it in, itself first
 * @param empty whether it is one that says nothing in some language, such as "the" or "in"
 */
public record Asked(String plain, Set<String> forms, boolean empty) {
    static Asked of(String word, String plain, Set<String> languages, Stemmers stemmers) {
        var forms = new LinkedHashSet<String>();
        forms.add(plain);
        boolean empty = false;
        for (var language : languages) {
            var stems = stems(word, language, stemmers);
            empty |= stems.isEmpty();
            stems.forEach(stem -> forms.add(Marks.stem(language, stem)));
        }
        forms.addAll(NameKeys.ofQuestion(word, language -> stems(word, language, stemmers)));
        return new Asked(plain, forms, empty);
    }

    /** How much a form counts, above 0 to 1: most what stands there, least what only sounds alike. */
    public static float weight(String form) {
        return Marks.weight(form);
    }

    private static List<String> stems(String word, String language, Stemmers stemmers) {
        return stemmers.of(language)
                .map(analyzer ->
                        Token.of(word, analyzer).stream().map(Token::word).toList())
                .orElse(List.of(word));
    }
}
