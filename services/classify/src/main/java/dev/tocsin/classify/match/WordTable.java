package dev.tocsin.classify.match;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about words, of several owners, in bounded memory: about 4 MB when full. Read and written without a
 * lock: an entry never changes, and one that gets lost is found out again.
 *
 * <p>A word is known by 64 bits of it instead of its letters, so that a look-up touches two places of memory and not five:
 * a polynomial of its letters, at a point that each process draws anew, for texts are hostile. Two words that agree in them
 * would be taken for each other; among 65,536 words that is less likely than 1 in 10<sup>9</sup>.
 */
final class WordTable {
    /** Where in what {@link #get} gives the value begins; before it stands the word's key. */
    static final int VALUE = 2;

    /** Four times a language's everyday words, so that few of them stand in each other's place. A power of two. */
    private static final int SLOTS = 1 << 16;

    /** 2<sup>64</sup> by the golden ratio: spreads words that differ in their last letters (Knuth, TAOCP 3, 6.4). */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** The places where a word may stand, beginning with its own; where all are taken, the newer word drives one out. */
    private static final int PROBES = 4;

    private final long point = new SplittableRandom().nextLong() | 1;

    @SuppressWarnings("NullAway") // filled as words are met
    private final int @Nullable [][] entries = new int[SLOTS][];

    /** What is kept of the word at that place of a text, from {@link #VALUE} on; null where nothing is. */
    int @Nullable [] get(int owner, String text, int first, int last) {
        long key = key(owner, text, first, last);
        int slot = slot(key);
        for (int probe = 0; probe < PROBES; probe++) {
            var entry = entries[slot + probe & SLOTS - 1];
            if (entry != null && entry[0] == (int) key && entry[1] == (int) (key >>> Integer.SIZE)) {
                return entry;
            }
        }
        return null;
    }

    /** What is to be kept of a word, with its key before it. */
    int[] entry(int owner, String word, int... value) {
        long key = key(owner, word, 0, word.length());
        var entry = new int[VALUE + value.length];
        entry[0] = (int) key;
        entry[1] = (int) (key >>> Integer.SIZE);
        System.arraycopy(value, 0, entry, VALUE, value.length);
        return entry;
    }

    void put(int[] entry) {
        int slot = slot((long) entry[1] << Integer.SIZE);
        int free = slot;
        for (int probe = 0; probe < PROBES; probe++) {
            if (entries[slot + probe & SLOTS - 1] == null) {
                free = slot + probe & SLOTS - 1;
                break;
            }
        }
        entries[free] = entry;
    }

    private long key(int owner, String text, int first, int last) {
        long key = owner + 1;
        for (int i = first; i < last; i++) {
            key = key * point + text.charAt(i);
        }
        return key * SPREAD;
    }

    private static int slot(long key) {
        return (int) (key >>> Long.SIZE - Integer.numberOfTrailingZeros(SLOTS));
    }
}
