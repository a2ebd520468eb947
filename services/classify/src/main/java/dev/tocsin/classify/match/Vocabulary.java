package dev.tocsin.classify.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.apache.lucene.analysis.CharArrayMap;
import org.jspecify.annotations.Nullable;

/** All atoms that the terms of a language look for, numbered, and found by word: one look-up a word, and one a length of prefix. */
final class Vocabulary {
    private final List<Atom> atoms;
    private final Lookup exact;
    private final Lookup stemmed;

    /** @param numbers from 0, without gaps */
    Vocabulary(Map<Atom, Integer> numbers) {
        var byNumber = new ArrayList<Atom>();
        numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .forEach(byNumber::add);
        atoms = List.copyOf(byNumber);
        exact = new Lookup(true);
        stemmed = new Lookup(false);
    }

    /** How many atoms there are. */
    int size() {
        return atoms.size();
    }

    /** Tells the numbers of the atoms that a word of a text is. */
    void find(boolean inExact, char[] word, int length, IntConsumer found) {
        (inExact ? exact : stemmed).find(word, length, found);
    }

    private final class Lookup {
        private final CharArrayMap<int[]> words;
        private final CharArrayMap<int[]> prefixes;
        private final int[] prefixLengths;

        Lookup(boolean exact) {
            words = map(exact, true);
            prefixes = map(exact, false);
            var lengths = new TreeSet<Integer>();
            prefixes.keySet().forEach(prefix -> lengths.add(((char[]) prefix).length));
            prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
        }

        void find(char[] word, int length, IntConsumer found) {
            tell(words.get(word, 0, length), word, length, found);
            for (int prefixLength : prefixLengths) {
                if (prefixLength > length) {
                    return;
                }
                tell(prefixes.get(word, 0, prefixLength), word, length, found);
            }
        }

        private void tell(int @Nullable [] numbers, char[] word, int length, IntConsumer found) {
            if (numbers == null) {
                return;
            }
            for (int number : numbers) {
                var atom = atoms.get(number);
                if (atom.kind() != Atom.Kind.PATTERN || atom.describes(word, length)) {
                    found.accept(number);
                }
            }
        }

        private CharArrayMap<int[]> map(boolean exact, boolean whole) {
            Map<String, List<Integer>> byText = new HashMap<>();
            for (int i = 0; i < atoms.size(); i++) {
                var atom = atoms.get(i);
                if (atom.exact() == exact && whole == (atom.kind() == Atom.Kind.WORD)) {
                    byText.computeIfAbsent(atom.literal(), t -> new ArrayList<>())
                            .add(i);
                }
            }
            var map = new CharArrayMap<int[]>(byText.size(), false);
            byText.forEach((text, numbers) ->
                    map.put(text, numbers.stream().mapToInt(Integer::intValue).toArray()));
            return map;
        }
    }
}
