package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArrayMap;

/** The anchors of all terms of a language, looked up word by word. */
final class Anchors {
    private final Lookup exact;
    private final Lookup stemmed;
    private final BitSet always = new BitSet();

    Anchors(List<CompiledTerm> terms) {
        exact = new Lookup(terms, true);
        stemmed = new Lookup(terms, false);
        for (int i = 0; i < terms.size(); i++) {
            always.set(i, terms.get(i).anchors().isEmpty());
        }
    }

    /** The terms that have to be tried on any text. */
    BitSet always() {
        return (BitSet) always.clone();
    }

    /** Adds to {@code found} the terms that a word of the text is an anchor of. */
    void find(boolean inExact, char[] word, int length, BitSet found) {
        (inExact ? exact : stemmed).find(word, length, found);
    }

    private static final class Lookup {
        private final CharArrayMap<int[]> words;
        private final CharArrayMap<int[]> prefixes;
        private final int[] prefixLengths;

        Lookup(List<CompiledTerm> terms, boolean exact) {
            words = map(terms, exact, false);
            prefixes = map(terms, exact, true);
            var lengths = new TreeSet<Integer>();
            for (var prefix : prefixes.keySet()) {
                lengths.add(((char[]) prefix).length);
            }
            prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
        }

        void find(char[] word, int length, BitSet found) {
            mark(words.get(word, 0, length), found);
            for (int prefixLength : prefixLengths) {
                if (prefixLength > length) {
                    return;
                }
                mark(prefixes.get(word, 0, prefixLength), found);
            }
        }

        private static void mark(int @org.jspecify.annotations.Nullable [] terms, BitSet found) {
            if (terms != null) {
                for (int term : terms) {
                    found.set(term);
                }
            }
        }

        private static CharArrayMap<int[]> map(List<CompiledTerm> terms, boolean exact, boolean prefix) {
            Map<String, List<Integer>> byText = new HashMap<>();
            for (int i = 0; i < terms.size(); i++) {
                for (var anchor : terms.get(i).anchors()) {
                    if (anchor.exact() == exact && anchor.prefix() == prefix) {
                        byText.computeIfAbsent(anchor.text(), t -> new ArrayList<>())
                                .add(i);
                    }
                }
            }
            var map = new CharArrayMap<int[]>(byText.size(), false);
            byText.forEach((text, ids) ->
                    map.put(text, ids.stream().mapToInt(Integer::intValue).toArray()));
            return map;
        }
    }
}
