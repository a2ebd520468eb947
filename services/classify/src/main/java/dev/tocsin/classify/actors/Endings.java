package dev.tocsin.classify.actors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A language's endings as a trie from the last letter, so that all stems of a word are told in one walk. */
final class Endings {
    /** The stem of a name, its case's ending taken off. */
    static final int NAME = 1;
    /** The stem of a demonym. */
    static final int ADJECTIVE = 2;

    /** Not a stem but the word itself. */
    static final int WHOLE = 4;

    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_ADJECTIVE = 3;

    private final Node root = new Node();

    Endings(Language language) {
        language.endings().forEach(e -> node(e).shortestName = SHORTEST_NAME);
        language.adjectiveEndings().forEach(e -> node(e).shortestAdjective = SHORTEST_ADJECTIVE);
    }

    private Node node(String ending) {
        var node = root;
        for (int i = ending.length() - 1; i >= 0; i--) {
            node = node.afterOrNew(ending.charAt(i));
        }
        return node;
    }

    /**
     * Writes the lengths that a word's stems may have, its own first, then from long to short; tells how many.
     *
     * @param kinds of what each may be the stem: {@link #NAME}, {@link #ADJECTIVE}, or both
     */
    int stems(char[] word, int length, int[] into, int[] kinds) {
        into[0] = length;
        kinds[0] = NAME | ADJECTIVE | WHOLE;
        int n = 1;
        var node = root;
        for (int i = length - 1; i > 0 && n < into.length; i--) {
            node = node.after(word[i]);
            if (node == null) {
                break;
            }
            int kind = (i >= node.shortestName ? NAME : 0) | (i >= node.shortestAdjective ? ADJECTIVE : 0);
            if (kind != 0) {
                kinds[n] = kind;
                into[n++] = i;
            }
        }
        return n;
    }

    private static final class Node {
        private char[] letters = new char[0];
        private Node[] nodes = new Node[0];
        private int shortestName = Integer.MAX_VALUE;
        private int shortestAdjective = Integer.MAX_VALUE;

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
