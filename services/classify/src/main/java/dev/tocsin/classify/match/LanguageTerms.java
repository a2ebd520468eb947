package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that is looked for in texts of one language, and how such texts are read. */
final class LanguageTerms {
    private final List<CompiledTerm> terms;
    private final Map<Integer, int[]> termsOfAtom = new HashMap<>();
    private final KnownWords words;

    /** @param words finds the atoms that the terms are made of */
    LanguageTerms(List<CompiledTerm> terms, KnownWords words) {
        this.terms = List.copyOf(terms);
        this.words = words;
        var byAtom = new HashMap<Integer, List<Integer>>();
        for (int i = 0; i < terms.size(); i++) {
            for (var anchor : terms.get(i).expression().anchors()) {
                byAtom.computeIfAbsent(anchor.number(), a -> new ArrayList<>()).add(i);
            }
        }
        byAtom.forEach((atom, numbers) -> termsOfAtom.put(
                atom, numbers.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** What is done with a term that was found. */
    interface Found {
        void at(CompiledTerm term, List<Span> spans);
    }

    /** Tells each term that a text meets, in the order of the packs. Only those are tried of which a word is there. */
    void find(String text, Found found) {
        var hits = words.find(text);
        for (int number : worthTrying(hits).stream().toArray()) {
            var spans = terms.get(number).expression().in(hits);
            if (!spans.isEmpty()) {
                found.at(terms.get(number), spans);
            }
        }
    }

    private BitSet worthTrying(Hits hits) {
        var worth = new BitSet();
        for (var atom : hits.atoms()) {
            var numbers = termsOfAtom.get(atom);
            if (numbers != null) {
                for (int number : numbers) {
                    worth.set(number);
                }
            }
        }
        return worth;
    }
}
