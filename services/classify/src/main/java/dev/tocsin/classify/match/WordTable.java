package dev.tocsin.classify.match;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about words, of several owners, in bounded memory: about 5 MB when full. Read and written without a
 * lock: an entry never changes, and one that gets lost is found out again.
 *
 * @param <O> owners, told apart by their identity
 * @param <V> what is kept of a word
 */
final class WordTable<O, V> {
    /** Four times a language's everyday words, so that few of them stand in each other's place. A power of two. */
    private static final int SLOTS = 1 << 16;

    /** 2<sup>32</sup> by the golden ratio: spreads words that differ in their last letters (Knuth, TAOCP 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    /** The places where a word may stand, beginning with its own; where all are taken, the newer word drives one out. */
    private static final int PROBES = 4;

    private record Entry<O, V>(O owner, String word, V value) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable Entry<O, V>[] entries = new Entry[SLOTS];

    /** What is kept of the word at that place of a text; null where nothing is. */
    @Nullable
    V get(O owner, String text, int first, int last) {
        int slot = slot(owner, text, first, last);
        for (int probe = 0; probe < PROBES; probe++) {
            var entry = entries[slot + probe & SLOTS - 1];
            if (entry != null
                    && entry.owner == owner
                    && entry.word.length() == last - first
                    && text.startsWith(entry.word, first)) {
                return entry.value;
            }
        }
        return null;
    }

    void put(O owner, String word, V value) {
        int slot = slot(owner, word, 0, word.length());
        int free = slot;
        for (int probe = 0; probe < PROBES; probe++) {
            if (entries[slot + probe & SLOTS - 1] == null) {
                free = slot + probe & SLOTS - 1;
                break;
            }
        }
        entries[free] = new Entry<>(owner, word, value);
    }

    private static int slot(Object owner, String text, int first, int last) {
        int hash = System.identityHashCode(owner);
        for (int i = first; i < last; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);
    }
}
