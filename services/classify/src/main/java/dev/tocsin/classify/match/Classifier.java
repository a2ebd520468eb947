package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells which topics an article belongs to, and why. Its packs are compiled once; thread-safe. */
public final class Classifier {
    /** The most that is read of a field, in UTF-16 units: far more than the news are long, and little enough to be quick. */
    private static final int MOST_READ = 60_000;

    /** Languages written without spaces, where each letter is a word: their words have about two. */
    private static final Set<String> LETTERS_ARE_WORDS = Set.of("zh", "ja");

    private final List<TopicPack> packs;
    private final List<Prospect> prospects;
    private final Map<String, LanguageTerms> languages;
    private final LanguageTerms anyLanguage;

    private Classifier(List<TopicPack> packs, Map<String, LanguageTerms> languages) {
        this.packs = List.copyOf(packs);
        prospects = packs.stream().map(Prospect::new).toList();
        this.languages = Map.copyOf(languages);
        anyLanguage = Objects.requireNonNull(languages.get(TopicPack.ALL_LANGUAGES));
    }

    /**
     * A classifier of these packs.
     *
     * @throws BadTermException where a term is no query
     */
    public static Classifier of(List<TopicPack> packs) throws BadTermException {
        var tags = new HashSet<String>();
        tags.add(TopicPack.ALL_LANGUAGES);
        for (var pack : packs) {
            pack.signals().forEach(s -> tags.addAll(s.terms().keySet()));
        }
        var compiler = new Compiler(new LanguageAnalyzers());
        var languages = new HashMap<String, LanguageTerms>();
        for (var tag : tags) {
            languages.put(tag, compiler.compile(packs, tag));
        }
        return new Classifier(packs, languages);
    }

    /** The packs, in the order of {@link #scores}. */
    public List<TopicPack> packs() {
        return packs;
    }

    /**
     * The topics that an article belongs to, best first. Of an endless text the begin is read.
     *
     * @param language BCP 47; a text in an unknown language, {@code und}, is searched for names and codes only
     */
    public List<TopicHit> classify(@Nullable String title, String text, String language) {
        var terms = terms(language);
        var sought =
                terms.promising(prospects, terms.sought(title == null ? "" : begin(title)), terms.sought(begin(text)));
        return met(terms, sought.getFirst(), sought.getLast(), language).values().stream()
                .filter(Scores::belongs)
                .map(Scores::hit)
                .sorted(Comparator.comparingDouble(TopicHit::score).reversed())
                .toList();
    }

    /** How an article meets each pack, for those who want to know why it does not belong. */
    public List<Score> scores(@Nullable String title, String text, String language) {
        var terms = terms(language);
        var met = met(terms, terms.sought(title == null ? "" : begin(title)), terms.sought(begin(text)), language);
        return IntStream.range(0, packs.size())
                .mapToObj(i -> met.getOrDefault(i, new Scores(packs.get(i), 1)).score())
                .toList();
    }

    /** By the pack's place, what was found of those packs of which anything was. */
    private Map<Integer, Scores> met(
            LanguageTerms terms, LanguageTerms.Sought title, LanguageTerms.Sought text, String language) {
        var met = new TreeMap<Integer, Scores>();
        int stretch = LETTERS_ARE_WORDS.contains(primary(language)) ? 2 : 1;
        for (var field : Field.values()) {
            terms.find(field == Field.TITLE ? title : text, (term, spans) -> met.computeIfAbsent(
                            term.pack(), pack -> new Scores(packs.get(pack), stretch))
                    .fire(term.signal(), field, term.written(), spans));
        }
        return met;
    }

    private static String begin(String text) {
        return text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    }

    private LanguageTerms terms(String language) {
        return languages.getOrDefault(primary(language), anyLanguage);
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }
}
