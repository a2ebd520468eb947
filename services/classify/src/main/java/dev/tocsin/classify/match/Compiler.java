package dev.tocsin.classify.match;

import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Turns the terms of packs into the queries of one language. */
final class Compiler {
    private final LanguageAnalyzers analyzers;
    private final WordTable<KnownWords, int[]> words = new WordTable<>();

    Compiler(LanguageAnalyzers analyzers) {
        this.analyzers = analyzers;
    }

    /**
     * What is looked for in texts of a language: the terms of that language and those of all languages.
     *
     * @param language BCP 47 tag without subtags; {@code mul} for texts in any other or an unknown language
     */
    LanguageTerms compile(List<TopicPack> packs, String language) throws BadTermException {
        var stemming = analyzers.stemming(language).orElse(null);
        var parser = new TermParser(stemming == null ? analyzers.exact() : stemming, analyzers.exact());
        var terms = new ArrayList<CompiledTerm>();
        for (int p = 0; p < packs.size(); p++) {
            var signals = packs.get(p).signals();
            for (int s = 0; s < signals.size(); s++) {
                var here = new Place(p, s, signals.get(s));
                compile(parser, here, language, stemming != null, terms);
                if (!language.equals(TopicPack.ALL_LANGUAGES)) {
                    compile(parser, here, TopicPack.ALL_LANGUAGES, false, terms);
                }
            }
        }
        return new LanguageTerms(words, stemming, analyzers.exact(), terms);
    }

    private record Place(int pack, int number, TopicPack.Signal signal) {}

    private static void compile(
            TermParser parser, Place place, String language, boolean stemmed, List<CompiledTerm> into)
            throws BadTermException {
        var written = place.signal.terms().getOrDefault(language, List.of());
        for (int i = 0; i < written.size(); i++) {
            try {
                into.add(compile(parser, place, written.get(i), stemmed));
            } catch (QueryNodeException | UnusableException e) {
                throw new BadTermException(place.signal.id(), language, i, reason(e));
            }
        }
    }

    private static CompiledTerm compile(TermParser parser, Place place, @Nullable String written, boolean stemmed)
            throws QueryNodeException, UnusableException {
        if (written == null || written.isBlank()) {
            throw new UnusableException("the term is empty: write a word, or remove the line");
        }
        var title = parse(parser, written, Field.TITLE, stemmed);
        var text = parse(parser, written, Field.TEXT, stemmed);
        var found = AnchorFinder.in(text);
        if (!found.matchable()) {
            throw new UnusableException(
                    "the term looks for nothing: it has only words that the language's analyzer drops, or only NOT");
        }
        var allowed = Set.of(FieldNames.stemmed(Field.TEXT), FieldNames.exact(Field.TEXT));
        if (!allowed.containsAll(found.fields())) {
            throw new UnusableException("a term cannot name a field: write '\\:' for a colon");
        }
        return new CompiledTerm(place.pack, place.number, written, title, text, found.groups());
    }

    private static Query parse(TermParser parser, String written, Field field, boolean stemmed)
            throws QueryNodeException {
        return parser.parse(written, stemmed ? FieldNames.stemmed(field) : FieldNames.exact(field));
    }

    /** The parser's message without its stack of causes and its list of all tokens that it would have taken. */
    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        var first = message.lines().findFirst().orElse(message).strip();
        return cause instanceof UnusableException ? first : "is no query: " + first;
    }

    private static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableException(String reason) {
            super(reason);
        }
    }
}
