package dev.tocsin.language.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The weights of OpenNLP's language model for the wanted languages only, in primitive arrays: a tenth of the heap that
 * the library's own objects take, and no object per n-gram when a text is scored.
 */
final class NgramWeights {
    /** N-grams have one to three UTF-16 units, as the model was trained. */
    static final int MAX_LENGTH = 3;

    private static final long EMPTY = 0;
    private static final int UNIT_BITS = 16;
    private static final int LENGTH_SHIFT = MAX_LENGTH * UNIT_BITS;

    private final List<String> codes;

    /** Key and place by turns, so that both come with one line of the processor's cache; a place is first and end. */
    private final long[] table;

    private final byte[] outcomes;
    private final float[] weights;

    private NgramWeights(Builder builder) {
        codes = List.copyOf(builder.codes);
        table = new long[Integer.highestOneBit(Math.max(builder.size, 1)) * 8];
        for (int i = 0; i < builder.size; i++) {
            int at = find(builder.keys[i]);
            table[at] = builder.keys[i];
            table[at + 1] = (long) (builder.ends[i] - builder.counts[i]) << Integer.SIZE | builder.ends[i];
        }
        outcomes = Arrays.copyOf(builder.outcomes, builder.entries);
        weights = Arrays.copyOf(builder.weights, builder.entries);
    }

    /** The ISO 639-3 codes that {@link #score} gives sums for, in its order. */
    List<String> codes() {
        return codes;
    }

    /** The sum of the weights of the distinct n-grams of a normalised text, by code. */
    double[] score(CharSequence normalised) {
        var text = normalised.toString().toLowerCase(Locale.ROOT).toCharArray();
        var sums = new double[codes.size()];
        add(text, 0, text.length, new Seen(text.length), sums);
        return sums;
    }

    /** Adds the weights of those n-grams of a piece of a lower-case text that were not seen before. */
    void add(char[] text, int from, int to, Seen seen, double[] sums) {
        for (int start = from; start < to; start++) {
            long gram = 0;
            int longest = Math.min(MAX_LENGTH, to - start);
            for (int length = 1; length <= longest; length++) {
                gram = gram << UNIT_BITS | text[start + length - 1];
                long key = key(gram, length);
                if (seen.isNew(key)) {
                    add(sums, key);
                }
            }
        }
    }

    /** The n-grams that were met in a text; small beside the table, so that what comes again is not looked for there. */
    static final class Seen {
        private final long[] keys;

        Seen(int chars) {
            keys = new long[Integer.highestOneBit(Math.max(chars, 1) * MAX_LENGTH) * 4];
        }

        private boolean isNew(long key) {
            int mask = keys.length - 1;
            int at = hash(key) & mask;
            while (keys[at] != EMPTY) {
                if (keys[at] == key) {
                    return false;
                }
                at = at + 1 & mask;
            }
            keys[at] = key;
            return true;
        }
    }

    private void add(double[] sums, long key) {
        int at = find(key);
        if (table[at] == EMPTY) {
            return;
        }
        int end = (int) table[at + 1];
        for (int i = (int) (table[at + 1] >>> Integer.SIZE); i < end; i++) {
            sums[outcomes[i]] += weights[i];
        }
    }

    /** Where in the table the key stands, or would stand. */
    private int find(long key) {
        int mask = table.length - 1;
        int at = hash(key) << 1 & mask;
        while (table[at] != EMPTY && table[at] != key) {
            at = at + 2 & mask;
        }
        return at;
    }

    /** Fibonacci hashing: the high bits of the product are well mixed. */
    private static int hash(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40);
    }

    private static long key(long gram, int length) {
        return (long) length << LENGTH_SHIFT | gram;
    }

    /** The key of an n-gram. */
    static long key(CharSequence ngram) {
        long gram = 0;
        for (int i = 0; i < ngram.length(); i++) {
            gram = gram << UNIT_BITS | ngram.charAt(i);
        }
        return key(gram, ngram.length());
    }

    /** Collects the weights while the model's file is read. */
    static final class Builder {
        private final List<String> codes;
        private long[] keys = new long[1 << 16];
        private int[] ends = new int[1 << 16];
        private int[] counts = new int[1 << 16];
        private int size;
        private byte[] outcomes = new byte[1 << 18];
        private float[] weights = new float[1 << 18];
        private int entries;

        Builder(List<String> codes) {
            this.codes = codes;
        }

        /** Adds an n-gram whose weights were put with {@link #weight}. */
        void ngram(long key, int count) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            keys[size] = key;
            counts[size] = count;
            ends[size++] = entries;
        }

        void weight(int code, double weight) {
            if (entries == weights.length) {
                outcomes = Arrays.copyOf(outcomes, entries * 2);
                weights = Arrays.copyOf(weights, entries * 2);
            }
            outcomes[entries] = (byte) code;
            weights[entries++] = (float) weight;
        }

        NgramWeights build() {
            return new NgramWeights(this);
        }
    }
}
