package dev.tocsin.classify.sameness;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stems of one language, found by the hash of a word's beginnings without making a string of each. Open addressing
 * over 64-bit hashes; that two of some thousand stems share one, or that a word hits one by chance, is less likely than
 * one in 10^14.
 */
final class StemTable {
    private static final long START = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] hashes;
    private final @Nullable Entry[] entries;
    private final int longest;

    StemTable(Map<String, Entry> stems) {
        int size = Integer.highestOneBit(Math.max(4, stems.size()) * 4);
        hashes = new long[size];
        entries = new Entry[size];
        int most = 0;
        for (var stem : stems.entrySet()) {
            long hash = START;
            for (int i = 0; i < stem.getKey().length(); i++) {
                hash = next(hash, stem.getKey().charAt(i));
            }
            int slot = slot(hash);
            while (entries[slot] != null) {
                slot = slot + 1 & hashes.length - 1;
            }
            hashes[slot] = hash;
            entries[slot] = stem.getValue();
            most = Math.max(most, stem.getKey().length());
        }
        longest = most;
    }

    /** The length of the longest stem, in UTF-16 units. */
    int longest() {
        return longest;
    }

    /** The hash of a beginning that is one letter longer. */
    static long next(long hash, char letter) {
        long mixed = (hash ^ letter) * FACTOR;
        return mixed ^ mixed >>> 29;
    }

    /** The hash of nothing yet. */
    static long start() {
        return START;
    }

    @Nullable
    Entry get(long hash) {
        int slot = slot(hash);
        while (entries[slot] != null) {
            if (hashes[slot] == hash) {
                return entries[slot];
            }
            slot = slot + 1 & hashes.length - 1;
        }
        return null;
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & hashes.length - 1;
    }
}
