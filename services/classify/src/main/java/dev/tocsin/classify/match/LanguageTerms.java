package dev.tocsin.classify.match;

import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/** All that is looked for in texts of one language, and how such texts are analyzed. */
final class LanguageTerms {
    private final @Nullable Analyzer stemming;
    private final Analyzer exact;
    private final List<CompiledTerm> terms;
    private final KnownWords words;

    /**
     * @param known what all languages share
     * @param stemming null where the language has no analyzer of its own
     */
    LanguageTerms(
            WordTable<KnownWords, int[]> known, @Nullable Analyzer stemming, Analyzer exact, List<CompiledTerm> terms) {
        this.stemming = stemming;
        this.exact = exact;
        this.terms = List.copyOf(terms);
        words = new KnownWords(known, stemming, exact, new Anchors(this.terms));
    }

    @Nullable
    Analyzer stemming() {
        return stemming;
    }

    Analyzer exact() {
        return exact;
    }

    List<CompiledTerm> terms() {
        return terms;
    }

    /** The numbers of the terms that are worth trying on a text. */
    BitSet candidates(@Nullable String text) {
        return text == null ? new BitSet() : words.candidates(text);
    }
}
