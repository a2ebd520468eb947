package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** All that is looked for in texts of one language, and how such texts are read. */
final class LanguageTerms {
    private final List<CompiledTerm> terms;
    private final int[][] termsOfAtom;
    private final KnownWords words;

    /**
     * @param words finds the atoms that the terms are made of
     * @param atoms how many there are
     */
    LanguageTerms(List<CompiledTerm> terms, KnownWords words, int atoms) {
        this.terms = List.copyOf(terms);
        this.words = words;
        var byAtom =
                Stream.generate(() -> new ArrayList<Integer>()).limit(atoms).toList();
        for (int i = 0; i < terms.size(); i++) {
            for (var anchor : terms.get(i).expression().anchors()) {
                byAtom.get(anchor.number()).add(i);
            }
        }
        termsOfAtom = byAtom.stream()
                .map(numbers -> numbers.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** What is done with a term that was found. */
    interface Found {
        void at(CompiledTerm term, List<Span> spans);
    }

    /** Tells each term that a text meets, in the order of the packs. Only those are tried of which the words are there. */
    void find(String text, Found found) {
        var hits = words.find(text);
        var worth = worthTrying(hits);
        for (int number = worth.nextSetBit(0); number >= 0; number = worth.nextSetBit(number + 1)) {
            var term = terms.get(number);
            if (term.expression().mayBeIn(hits)) {
                var spans = term.expression().in(hits);
                if (!spans.isEmpty()) {
                    found.at(term, spans);
                }
            }
        }
    }

    private BitSet worthTrying(Hits hits) {
        var worth = new BitSet(terms.size());
        var atoms = hits.atoms();
        for (int atom = atoms.nextSetBit(0); atom >= 0; atom = atoms.nextSetBit(atom + 1)) {
            for (int number : termsOfAtom[atom]) {
                worth.set(number);
            }
        }
        return worth;
    }
}
