package dev.tocsin.classify.actors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A language's endings as a trie from the last letter, so that all stems of a word are told in one walk. */
final class Endings {
    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_ADJECTIVE = 3;

    private final Node root = new Node();

    Endings(Language language) {
        language.endings().forEach(e -> add(e, SHORTEST_NAME));
        language.adjectiveEndings().forEach(e -> add(e, SHORTEST_ADJECTIVE));
    }

    private void add(String ending, int shortest) {
        var node = root;
        for (int i = ending.length() - 1; i >= 0; i--) {
            node = node.afterOrNew(ending.charAt(i));
        }
        node.shortest = Math.min(node.shortest, shortest);
    }

    /** Writes the lengths that a word's stems may have, its own first, then from long to short; tells how many. */
    int stems(char[] word, int length, int[] into) {
        into[0] = length;
        int n = 1;
        var node = root;
        for (int i = length - 1; i > 0 && n < into.length; i--) {
            node = node.after(word[i]);
            if (node == null) {
                break;
            }
            if (i >= node.shortest) {
                into[n++] = i;
            }
        }
        return n;
    }

    private static final class Node {
        private char[] letters = new char[0];
        private Node[] nodes = new Node[0];
        private int shortest = Integer.MAX_VALUE;

        private @Nullable Node after(char c) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == c) {
                    return nodes[i];
                }
            }
            return null;
        }

        private Node afterOrNew(char c) {
            var node = after(c);
            if (node == null) {
                node = new Node();
                letters = Arrays.copyOf(letters, letters.length + 1);
                nodes = Arrays.copyOf(nodes, letters.length);
                letters[letters.length - 1] = c;
                nodes[letters.length - 1] = node;
            }
            return node;
        }
    }
}
