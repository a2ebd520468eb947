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

    /**
     * What of all this a text has, before it is looked at closely.
     *
     * @param terms numbers of those whose words are there, wherever they stand
     */
    record Sought(Hits hits, BitSet terms) {}

    /** Only those terms are tried of which the words are there. */
    Sought sought(String text) {
        var hits = words.find(text);
        var sought = worthTrying(hits);
        for (int number = sought.nextSetBit(0); number >= 0; number = sought.nextSetBit(number + 1)) {
            if (!terms.get(number).expression().mayBeIn(hits)) {
                sought.clear(number);
            }
        }
        return new Sought(hits, sought);
    }

    /** Leaves of what is sought the terms of those packs that the article may belong to. */
    void leavePromising(List<Prospect> prospects, Sought title, Sought text) {
        var inTitle = new BitSet();
        var inText = new BitSet();
        int next = next(title, text, 0);
        while (next < Integer.MAX_VALUE) {
            int first = next;
            int pack = terms.get(first).pack();
            inTitle.clear();
            inText.clear();
            // the terms of a pack stand side by side
            for (; next < Integer.MAX_VALUE && terms.get(next).pack() == pack; next = next(title, text, next + 1)) {
                int signal = terms.get(next).signal();
                if (title.terms.get(next)) {
                    inTitle.set(signal);
                }
                if (text.terms.get(next)) {
                    inText.set(signal);
                }
            }
            if (!prospects.get(pack).mayBelong(inTitle, inText)) {
                int behind = Math.min(next, terms.size());
                title.terms.clear(first, behind);
                text.terms.clear(first, behind);
            }
        }
    }

    private static int next(Sought title, Sought text, int from) {
        // -1, where there is none, becomes the largest number
        return Math.min(
                title.terms.nextSetBit(from) & Integer.MAX_VALUE, text.terms.nextSetBit(from) & Integer.MAX_VALUE);
    }

    /** Tells each term of those sought that the text meets, in the order of the packs. */
    void find(Sought sought, Found found) {
        var numbers = sought.terms;
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            var term = terms.get(number);
            var spans = term.expression().in(sought.hits);
            if (!spans.isEmpty()) {
                found.at(term, spans);
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
