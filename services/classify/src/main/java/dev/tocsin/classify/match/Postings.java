package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * By atom, the terms that are found by it, each with what else it needs: a cheap look before the dear one, as of thousands
 * of terms a text has hundreds of anchors and meets a few.
 */
final class Postings {
    private static final int[] NONE = {};

    /** By atom, term after term: its number, how many sets it needs besides, and set after set, its size before it. */
    private final int[][] byAtom;

    private final int terms;

    /** @param atoms how many there are */
    Postings(List<CompiledTerm> terms, int atoms) {
        this.terms = terms.size();
        var postings = IntStream.range(0, atoms)
                .mapToObj(a -> new ArrayList<Integer>())
                .toList();
        for (int i = 0; i < terms.size(); i++) {
            var expression = terms.get(i).expression();
            var anchors = expression.anchors();
            var posting = posting(i, expression.needs(), anchors);
            anchors.forEach(anchor -> postings.get(anchor.number()).addAll(posting));
        }
        byAtom = postings.stream()
                .map(posting -> posting.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static List<Integer> posting(int term, List<Set<Expression.Word>> needs, Set<Expression.Word> anchors) {
        var others = needs.stream()
                .filter(set -> !set.equals(anchors))
                .sorted(Expression.RAREST_FIRST)
                .toList();
        var posting = new ArrayList<Integer>();
        posting.add(term);
        posting.add(others.size());
        for (var set : others) {
            posting.add(set.size());
            set.stream().map(Expression.Word::number).forEach(posting::add);
        }
        return posting;
    }

    /** The terms whose words a text with these atoms has, wherever they stand; in their order, each once. */
    int[] of(BitSet atoms) {
        if (atoms.isEmpty()) {
            return NONE;
        }
        var found = new BitSet(terms);
        for (int atom = atoms.nextSetBit(0); atom >= 0; atom = atoms.nextSetBit(atom + 1)) {
            addMet(byAtom[atom], atoms, found);
        }
        var inOrder = new int[found.cardinality()];
        int next = -1;
        for (int i = 0; i < inOrder.length; i++) {
            next = found.nextSetBit(next + 1);
            inOrder[i] = next;
        }
        return inOrder;
    }

    private static void addMet(int[] posting, BitSet atoms, BitSet found) {
        for (int at = 0; at < posting.length; ) {
            int term = posting[at];
            int sets = posting[at + 1];
            boolean met = true;
            at += 2;
            for (int set = 0; set < sets; set++) {
                int end = at + 1 + posting[at];
                met = met && hasOne(posting, at + 1, end, atoms);
                at = end;
            }
            if (met) {
                found.set(term);
            }
        }
    }

    private static boolean hasOne(int[] posting, int from, int end, BitSet atoms) {
        for (int i = from; i < end; i++) {
            if (atoms.get(posting[i])) {
                return true;
            }
        }
        return false;
    }
}
