package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in one field of one article the atoms of its language stand. */
final class Hits {
    /** An atom that stands everywhere is no better known for more places, and would make nearness cost their product. */
    private static final int MOST_OF_ATOM = 100;

    private final Map<Integer, List<Span>> byAtom = new HashMap<>();
    private final BitSet atoms = new BitSet();

    void add(int atom, Span span) {
        atoms.set(atom);
        var spans = byAtom.computeIfAbsent(atom, a -> new ArrayList<>(2));
        if (spans.size() < MOST_OF_ATOM) {
            spans.add(span);
        }
    }

    /** In reading order. */
    List<Span> of(int atom) {
        return byAtom.getOrDefault(atom, List.of());
    }

    boolean has(int atom) {
        return atoms.get(atom);
    }

    /** The numbers of all that stand there. */
    BitSet atoms() {
        return atoms;
    }
}
