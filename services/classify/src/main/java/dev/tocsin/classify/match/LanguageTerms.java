package dev.tocsin.classify.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** All that is looked for in texts of one language, and how such texts are read. */
final class LanguageTerms {
    private final List<CompiledTerm> terms;
    private final Postings postings;
    private final KnownWords words;

    /**
     * @param terms those of a pack side by side, in the order of the packs
     * @param words finds the atoms that the terms are made of
     * @param atoms how many there are
     */
    LanguageTerms(List<CompiledTerm> terms, KnownWords words, int atoms) {
        this.terms = List.copyOf(terms);
        this.words = words;
        postings = new Postings(terms, atoms);
    }

    /** What is done with a term that was found. */
    interface Found {
        void at(CompiledTerm term, List<Span> spans);
    }

    /**
     * What of all this a text has, before it is looked at closely.
     *
     * @param terms numbers of those whose words are there, wherever they stand, rising
     */
    record Sought(Hits hits, int[] terms) {}

    Sought sought(String text) {
        var hits = words.find(text);
        return new Sought(hits, postings.of(hits.atoms()));
    }

    /** Of what is sought in a title and in a text, the terms of those packs that the article may belong to. */
    List<Sought> promising(List<Prospect> prospects, Sought title, Sought text) {
        var ofTitle = new Selection(title.terms);
        var ofText = new Selection(text.terms);
        while (ofTitle.isLeft() || ofText.isLeft()) {
            int pack = Math.min(ofTitle.pack(), ofText.pack());
            ofTitle.gather(pack);
            ofText.gather(pack);
            if (prospects.get(pack).mayBelong(ofTitle.signals, ofText.signals)) {
                ofTitle.keep();
                ofText.keep();
            }
        }
        return List.of(new Sought(title.hits, ofTitle.kept()), new Sought(text.hits, ofText.kept()));
    }

    /** Goes through the terms pack by pack, and keeps those of some. */
    private final class Selection {
        private final int[] numbers;
        private final int[] kept;
        private final BitSet signals = new BitSet();
        private int first;
        private int next;
        private int size;

        Selection(int[] numbers) {
            this.numbers = numbers;
            kept = new int[numbers.length];
        }

        boolean isLeft() {
            return next < numbers.length;
        }

        /** Of the next term; behind all packs where there is none. */
        int pack() {
            return isLeft() ? terms.get(numbers[next]).pack() : Integer.MAX_VALUE;
        }

        void gather(int pack) {
            first = next;
            signals.clear();
            for (; pack() == pack; next++) {
                signals.set(terms.get(numbers[next]).signal());
            }
        }

        void keep() {
            System.arraycopy(numbers, first, kept, size, next - first);
            size += next - first;
        }

        int[] kept() {
            return Arrays.copyOf(kept, size);
        }
    }

    /** Tells each term of those sought that the text meets, in the order of the packs. */
    void find(Sought sought, Found found) {
        for (int number : sought.terms) {
            var term = terms.get(number);
            var spans = term.expression().in(sought.hits);
            if (!spans.isEmpty()) {
                found.at(term, spans);
            }
        }
    }
}
