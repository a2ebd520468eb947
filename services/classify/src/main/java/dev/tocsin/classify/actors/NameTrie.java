package dev.tocsin.classify.actors;

import java.util.Arrays;

/**
 * Names as sequences of words' hashes, packed: a step from node to node is one look into one table. A node that ends names
 * holds them as a chain of candidates.
 */
final class NameTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private long[] keys = new long[1024];
    private int[] children = new int[1024];
    private int used;
    private int nodes = 1;

    private int[] firstCandidate = filled(256);
    private int[] candidates = new int[256];
    private int[] nextCandidate = new int[256];
    private int candidateCount;

    /** The node that a word leads to, or {@link #NONE}. */
    int child(int node, long word) {
        long key = key(node, word);
        int mask = keys.length - 1;
        for (int i = (int) key & mask; keys[i] != 0; i = (i + 1) & mask) {
            if (keys[i] == key) {
                return children[i];
            }
        }
        return NONE;
    }

    int childOrNew(int node, long word) {
        int child = child(node, word);
        if (child != NONE) {
            return child;
        }
        if (used * 2 >= keys.length) {
            grow();
        }
        put(key(node, word), nodes);
        used++;
        if (nodes == firstCandidate.length) {
            firstCandidate = Arrays.copyOf(firstCandidate, nodes * 2);
            Arrays.fill(firstCandidate, nodes, nodes * 2, NONE);
        }
        return nodes++;
    }

    /** Says that a name ends at a node; candidates stay in the order in which they were added, each once. */
    void add(int node, int candidate) {
        int last = NONE;
        for (int at = firstCandidate[node]; at != NONE; at = nextCandidate[at]) {
            if (candidates[at] == candidate) {
                return;
            }
            last = at;
        }
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, candidateCount * 2);
            nextCandidate = Arrays.copyOf(nextCandidate, candidateCount * 2);
        }
        candidates[candidateCount] = candidate;
        nextCandidate[candidateCount] = NONE;
        if (last == NONE) {
            firstCandidate[node] = candidateCount;
        } else {
            nextCandidate[last] = candidateCount;
        }
        candidateCount++;
    }

    /** The handle of a node's first candidate, or {@link #NONE}. */
    int first(int node) {
        return firstCandidate[node];
    }

    int next(int handle) {
        return nextCandidate[handle];
    }

    int candidate(int handle) {
        return candidates[handle];
    }

    /** Gives back what was kept for growing. */
    void trim() {
        firstCandidate = Arrays.copyOf(firstCandidate, nodes);
        candidates = Arrays.copyOf(candidates, candidateCount);
        nextCandidate = Arrays.copyOf(nextCandidate, candidateCount);
    }

    private void grow() {
        var oldKeys = keys;
        var oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(long key, int child) {
        int mask = keys.length - 1;
        int i = (int) key & mask;
        while (keys[i] != 0) {
            i = (i + 1) & mask;
        }
        keys[i] = key;
        children[i] = child;
    }

    /** Mixed as in SplitMix64; zero means an empty place. */
    private static long key(int node, long word) {
        long z = word + node * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z ^= z >>> 31;
        return z == 0 ? 1 : z;
    }

    private static int[] filled(int length) {
        var filled = new int[length];
        Arrays.fill(filled, NONE);
        return filled;
    }
}
