package dev.tocsin.classify.figures;

import dev.tocsin.contracts.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the figures that an article states. Thread-safe; a language's words are read when its first article comes. */
public final class Figures {
    private static final int MAX_CLAIMS = 50;

    private static final Map<String, Optional<Lexicon>> LEXICONS = new ConcurrentHashMap<>();

    private Figures() {}

    /**
     * The claims of an article, those of the text first, each figure once.
     *
     * <p>A quote and its offsets stand in the field it was found in: in the text, or, for a figure that only the title
     * states, in the title; which of them, the quote tells. Of a text no more than the first 60,000 UTF-16 units are
     * read.
     *
     * @param language BCP 47; without a file for it nothing is found
     * @param publishedAt what "Friday" and dates without a year are reckoned from; null where unknown
     */
    public static List<Claim> find(
            String language, @Nullable String title, String text, @Nullable Instant publishedAt) {
        var lexicon = lexicon(language);
        if (lexicon.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(new Statements(lexicon.get(), text, title, publishedAt).claims());
        if (title != null) {
            all.addAll(new Statements(lexicon.get(), title, null, publishedAt).claims());
        }
        var known = new HashSet<Figure>();
        return all.stream()
                .filter(c -> known.add(new Figure(c.kind(), c.low(), c.high(), c.scope())))
                .limit(MAX_CLAIMS)
                .toList();
    }

    /** What makes two claims the same one to a reader. */
    private record Figure(String kind, @Nullable Long low, @Nullable Long high, String scope) {}

    private static Optional<Lexicon> lexicon(String language) {
        int dash = language.indexOf('-');
        var primary = (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT);
        // a tag is two or three letters: nothing else may name a file, or grow the map
        boolean tag = primary.length() >= 2
                && primary.length() <= 3
                && primary.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return tag ? LEXICONS.computeIfAbsent(primary, LexiconFile::read) : Optional.empty();
    }
}
