package dev.tocsin.classify.sameness;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the names in a text by their capitals. The first word of a sentence counts as one too, unless the text has it
 * without a capital elsewhere: names open sentences often, and common openers are common keys, which weigh little.
 */
final class Names {
    private static final int SHORTEST = 3;
    /** Of the words of a title, so many with capitals are a habit of headlines, or of shouting. */
    private static final double HEADLINE_CASE = 0.7;

    private final String tongue;
    private final Set<String> small;
    private final Set<String> capital;

    Names(String tongue, List<Word> text) {
        this(tongue, text, List.of());
    }

    private Names(String tongue, List<Word> text, List<Word> title) {
        this.tongue = tongue;
        small = new HashSet<>();
        capital = new HashSet<>();
        for (var words : List.of(text, title)) {
            for (var word : words) {
                if (!word.capital()) {
                    small.add(word.form());
                } else {
                    capital.add(word.form());
                }
            }
        }
    }

    /** With what a title written in sentence case has as well. */
    Names with(List<Word> title) {
        var more = new Names(tongue, title);
        more.small.addAll(small);
        more.capital.addAll(capital);
        return more;
    }

    static boolean isHeadlineCased(List<Word> title) {
        long letters = title.stream().filter(w -> w.kind() == Word.Kind.LETTERS).count();
        long capitals = title.stream().filter(Word::capital).count();
        return letters > 3 && capitals > HEADLINE_CASE * letters;
    }

    /** Whether it is a name even where a notion has the same word, as Bush and Law: not so in German, where all nouns are. */
    boolean isSure(Word word) {
        return !word.opens() && !tongue.equals("de");
    }

    boolean contains(Word word) {
        return word.kind() == Word.Kind.LETTERS
                && word.form().length() >= SHORTEST
                && capital.contains(word.form())
                && !small.contains(word.form());
    }
}
