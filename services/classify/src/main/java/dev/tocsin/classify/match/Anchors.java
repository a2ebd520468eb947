package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.CharArrayMap;
import org.jspecify.annotations.Nullable;

/** The anchors of all terms of a language, looked up word by word. Their groups are numbered through, term by term. */
final class Anchors {
    private final Lookup exact;
    private final Lookup stemmed;
    private final BitSet always = new BitSet();
    /** By term, where its groups begin; one more for the end. */
    private final int[] firstGroup;

    private final int[] termOfGroup;

    Anchors(List<CompiledTerm> terms) {
        firstGroup = new int[terms.size() + 1];
        for (int i = 0; i < terms.size(); i++) {
            int groups = terms.get(i).anchors().size();
            firstGroup[i + 1] = firstGroup[i] + groups;
            always.set(i, groups == 0);
        }
        termOfGroup = IntStream.range(0, terms.size())
                .flatMap(i -> terms.get(i).anchors().stream().mapToInt(group -> i))
                .toArray();
        var groups = terms.stream().flatMap(term -> term.anchors().stream()).toList();
        exact = new Lookup(groups, true);
        stemmed = new Lookup(groups, false);
    }

    /** Adds to {@code groups} those that a word of the text is in. */
    void find(boolean inExact, char[] word, int length, BitSet groups) {
        (inExact ? exact : stemmed).find(word, length, groups);
    }

    /** The terms that are worth trying on a text with words of these groups: all groups of a term have to be there. */
    BitSet terms(BitSet groups) {
        var terms = (BitSet) always.clone();
        for (int group = groups.nextSetBit(0); group >= 0; group = groups.nextSetBit(group + 1)) {
            int term = termOfGroup[group];
            if (groups.nextClearBit(firstGroup[term]) >= firstGroup[term + 1]) {
                terms.set(term);
            }
        }
        return terms;
    }

    private static final class Lookup {
        private final CharArrayMap<int[]> words;
        private final CharArrayMap<int[]> prefixes;
        private final int[] prefixLengths;

        Lookup(List<Set<Anchor>> groups, boolean exact) {
            words = map(groups, exact, false);
            prefixes = map(groups, exact, true);
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

        private static void mark(int @Nullable [] groups, BitSet found) {
            if (groups != null) {
                for (int group : groups) {
                    found.set(group);
                }
            }
        }

        private static CharArrayMap<int[]> map(List<Set<Anchor>> groups, boolean exact, boolean prefix) {
            Map<String, List<Integer>> byText = new HashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                for (var anchor : groups.get(i)) {
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
