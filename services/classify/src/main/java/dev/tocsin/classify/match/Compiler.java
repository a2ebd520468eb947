package dev.tocsin.classify.match;

import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the terms of packs into what is looked for in texts of one language. */
final class Compiler {
    private final LanguageAnalyzers analyzers;
    private final WordTable words = new WordTable();
    private int languages;

    Compiler(LanguageAnalyzers analyzers) {
        this.analyzers = analyzers;
    }

    /**
     * What is looked for in texts of a language: the terms of that language and those of all languages.
     *
     * @param language BCP 47 tag without subtags; {@code mul} for texts in any other or an unknown language
     */
    LanguageTerms compile(List<TopicPack> packs, String language) throws BadTermException {
        var reader = new WordReader(analyzers.stemming(language).orElse(null), analyzers.exact());
        var numbers = new HashMap<Atom, Integer>();
        var stemmed = new TermParser(new TermWords(reader, reader.stems(), numbers));
        var exact = new TermParser(new TermWords(reader, false, numbers));
        var terms = new ArrayList<CompiledTerm>();
        for (int p = 0; p < packs.size(); p++) {
            var signals = packs.get(p).signals();
            for (int s = 0; s < signals.size(); s++) {
                var here = new Place(p, s, signals.get(s));
                compile(stemmed, here, language, terms);
                if (!language.equals(TopicPack.ALL_LANGUAGES)) {
                    compile(exact, here, TopicPack.ALL_LANGUAGES, terms);
                }
            }
        }
        return new LanguageTerms(
                terms, new KnownWords(words, languages++, reader, new Vocabulary(numbers)), numbers.size());
    }

    private record Place(int pack, int number, TopicPack.Signal signal) {}

    private static void compile(TermParser parser, Place place, String language, List<CompiledTerm> into)
            throws BadTermException {
        var written = place.signal.terms().getOrDefault(language, List.of());
        for (int i = 0; i < written.size(); i++) {
            try {
                into.add(new CompiledTerm(place.pack, place.number, written.get(i), parse(parser, written.get(i))));
            } catch (TermSyntaxException e) {
                throw new BadTermException(place.signal.id(), language, i, e.getMessage());
            }
        }
    }

    private static Expression parse(TermParser parser, @Nullable String written) throws TermSyntaxException {
        if (written == null || written.isBlank()) {
            throw new TermSyntaxException("the term is empty: write a word, or remove the line");
        }
        var expression = parser.parse(written);
        if (expression.anchors().isEmpty()) {
            throw new TermSyntaxException(
                    "the term looks for nothing: it has only words that the language's analyzer drops (write '=word' to look"
                            + " for one as it stands), or only NOT");
        }
        return expression;
    }
}
