package dev.tocsin.classify.match;

import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells which topics an article belongs to, and why. Its packs are compiled once; thread-safe. */
public final class Classifier {
    private final List<TopicPack> packs;
    private final Map<String, LanguageTerms> languages;
    private final LanguageTerms anyLanguage;

    private Classifier(List<TopicPack> packs, Map<String, LanguageTerms> languages) {
        this.packs = List.copyOf(packs);
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
     * The topics that an article belongs to, best first.
     *
     * @param language BCP 47; a text in an unknown language, {@code und}, is searched for names and codes only
     */
    public List<TopicHit> classify(@Nullable String title, String text, String language) {
        var terms = terms(language);
        var worth = Candidates.of(terms, title, text);
        return scores(terms, worth.without(hopeless(terms, worth)), title, text).stream()
                .filter(Score::belongs)
                .sorted(Comparator.comparingDouble(Score::value).reversed())
                .map(Score::hit)
                .toList();
    }

    /** How an article meets each pack, for those who want to know why it does not belong. */
    public List<Score> scores(@Nullable String title, String text, String language) {
        var terms = terms(language);
        return scores(terms, Candidates.of(terms, title, text), title, text);
    }

    private List<Score> scores(LanguageTerms terms, Candidates candidates, @Nullable String title, String text) {
        var scores = packs.stream().map(Scores::new).toList();
        if (!candidates.isEmpty()) {
            var article = new AnalyzedArticle(terms, title, text);
            candidates.forEach((field, number) -> {
                var term = terms.terms().get(number);
                var spans = article.match(term, field, Scores.MOST_EVIDENCE_OF_SIGNAL_IN_FIELD);
                if (spans != null) {
                    scores.get(term.pack()).fire(term.signal(), field, term.written(), spans);
                }
            });
        }
        return scores.stream().map(Scores::score).toList();
    }

    /** The terms of packs that an article cannot belong to even if all that is worth trying for the topic matched. */
    private BitSet hopeless(LanguageTerms terms, Candidates candidates) {
        var best = packs.stream().map(Scores::new).toList();
        candidates.forEach((field, number) -> {
            var term = terms.terms().get(number);
            if (packs.get(term.pack()).signals().get(term.signal()).weight() > 0) {
                best.get(term.pack()).fire(term.signal(), field, term.written(), List.of());
            }
        });
        var belongs = best.stream().map(scores -> scores.score().belongs()).toList();
        var hopeless = new BitSet();
        for (int number = 0; number < terms.terms().size(); number++) {
            hopeless.set(number, !belongs.get(terms.terms().get(number).pack()));
        }
        return hopeless;
    }

    private LanguageTerms terms(String language) {
        return languages.getOrDefault(primary(language), anyLanguage);
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }
}
