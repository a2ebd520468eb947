package dev.tocsin.language.detect;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The census of a text's letters: which script it is written in, and how often each letter of it occurs.
 *
 * @param letters in the text
 * @param script of most letters
 * @param counts how often each lower-case letter of that script occurs
 */
record Letters(int letters, UnicodeScript script, Map<Integer, Integer> counts) {
    /** A language goes when this share more of the letters is foreign to it than to the best: above names and quotes. */
    private static final double FOREIGN_SHARE = 0.01;

    /** Japanese prose has half its letters in kana; a Chinese text that names a Japanese product has a few. */
    private static final double KANA_SHARE = 0.05;

    private static final Set<UnicodeScript> EAST_ASIAN = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA);

    static Letters of(CharSequence text) {
        var perScript = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        var perLetter = new HashMap<Integer, Integer>();
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                perScript.merge(Alphabet.scriptOf(c), 1, Integer::sum);
                perLetter.merge(Character.toLowerCase(c), 1, Integer::sum);
            }
        }
        var script = perScript.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        int kana = perScript.getOrDefault(UnicodeScript.HIRAGANA, 0);
        if (EAST_ASIAN.contains(script)) {
            script = kana > KANA_SHARE * letters ? UnicodeScript.HIRAGANA : UnicodeScript.HAN;
        }
        return new Letters(letters, script, Map.copyOf(perLetter));
    }

    /** Those of the languages that these letters leave possible, in the order given. */
    List<String> possible(List<String> tags) {
        var sameScript =
                tags.stream().filter(t -> Alphabet.isWrittenIn(t, script)).toList();
        int least = sameScript.stream().mapToInt(this::foreign).min().orElse(0);
        return sameScript.stream()
                .filter(t -> foreign(t) - least <= FOREIGN_SHARE * letters)
                .toList();
    }

    private int foreign(String tag) {
        var alphabet = Alphabet.of(tag);
        if (alphabet.letters().isEmpty() || alphabet.script() != script) {
            return 0;
        }
        return counts.entrySet().stream()
                .filter(e -> Alphabet.scriptOf(e.getKey()) == script && alphabet.isForeign(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
