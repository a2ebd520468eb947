package dev.tocsin.classify.sameness;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The notions of the news that a text speaks of, the same ones in every language. They come from a lexicon of YAML
 * files; the manual is docs/concepts.md. Safe for use by several threads.
 */
public final class Concepts {
    /** UTF-16 units of a title, and of a text, that are read: news tells its event first, and hostile texts are long. */
    static final int TITLE = 500;

    static final int LEAD = 4_000;

    private final List<String> ids;
    private final Map<String, Notions> languages;
    private final Notions none;

    Concepts(List<String> ids, Map<String, Notions> languages, Notions none) {
        this.ids = List.copyOf(ids);
        this.languages = Map.copyOf(languages);
        this.none = none;
    }

    /**
     * Reads a folder of lexicons.
     *
     * @param folder with files that end in {@code .yaml}, one a field of life; others are left alone
     * @throws InvalidLexiconException for the first mistake, or where there is no notion
     */
    public static Concepts read(Path folder) throws InvalidLexiconException {
        return new Lexicon().read(folder);
    }

    /** The ids of all notions, as the files have them in the order of their names. */
    public List<String> ids() {
        return ids;
    }

    /**
     * How often each notion is spoken of, in the beginning of a text.
     *
     * @param language BCP 47 tag; notions are found in the languages the lexicon has
     * @return notion id to count of at least 1, in the order of the ids; empty where nothing is known
     */
    public Map<String, Integer> of(String language, @Nullable String title, String text) {
        var counts = new TreeMap<String, Integer>();
        var tongue = tongue(language);
        if (title != null) {
            count(Words.of(title, TITLE, tongue), tongue, counts);
        }
        count(Words.of(text, LEAD, tongue), tongue, counts);
        return counts;
    }

    private void count(List<Word> words, String tongue, Map<String, Integer> counts) {
        for (var notions : notions(words, tongue)) {
            for (int notion : notions) {
                counts.merge(ids.get(notion), 1, Integer::sum);
            }
        }
    }

    /** Of each word the indexes of its notions in {@link #ids()}. */
    int[][] notions(List<Word> words, String tongue) {
        return languages.getOrDefault(tongue, none).of(words);
    }

    /** Whether the lexicon has words in a language, ISO 639-1. */
    boolean speaks(String tongue) {
        return languages.containsKey(tongue);
    }

    /** The language alone, without script and region. */
    static String tongue(String language) {
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        return language.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    }
}
