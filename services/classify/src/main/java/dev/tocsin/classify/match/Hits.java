package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Where in one field of one article the atoms of its language stand. Of few of them the places are ever asked for. */
final class Hits {
    /** An atom that stands everywhere is no better known for more places, and would make nearness cost their product. */
    private static final int MOST_OF_ATOM = 100;

    /** Of a hit: the atom, and the four numbers of its {@link Span}. */
    private static final int NUMBERS = 5;

    private static final int NONE = -1;

    private final BitSet atoms;
    private int[] hits = new int[NUMBERS * 32];
    private int size;

    // by the last bits of an atom's number the first hit of such an atom, and by hit the next one; made when first
    // asked for
    private int[] first = {};
    private int[] next = {};

    /** @param atoms how many there are in the language */
    Hits(int atoms) {
        this.atoms = new BitSet(atoms);
    }

    /** In reading order. */
    void add(int atom, int firstWord, int lastWord, int start, int end) {
        if ((size + 1) * NUMBERS > hits.length) {
            hits = Arrays.copyOf(hits, hits.length * 2);
        }
        int at = size++ * NUMBERS;
        hits[at] = atom;
        hits[at + 1] = firstWord;
        hits[at + 2] = lastWord;
        hits[at + 3] = start;
        hits[at + 4] = end;
        atoms.set(atom);
    }

    /** In reading order. */
    List<Span> of(int atom) {
        if (!atoms.get(atom)) {
            return List.of();
        }
        if (next.length < size) {
            chain();
        }
        var spans = new ArrayList<Span>(2);
        for (int hit = first[atom & first.length - 1]; hit != NONE && spans.size() < MOST_OF_ATOM; hit = next[hit]) {
            int at = hit * NUMBERS;
            if (hits[at] == atom) {
                spans.add(new Span(hits[at + 1], hits[at + 2], hits[at + 3], hits[at + 4]));
            }
        }
        return spans;
    }

    private void chain() {
        first = new int[2 * Integer.highestOneBit(size)];
        Arrays.fill(first, NONE);
        next = new int[size];
        for (int hit = size - 1; hit >= 0; hit--) {
            int place = hits[hit * NUMBERS] & first.length - 1;
            next[hit] = first[place];
            first[place] = hit;
        }
    }

    /** The numbers of all that stand there. */
    BitSet atoms() {
        return atoms;
    }
}
