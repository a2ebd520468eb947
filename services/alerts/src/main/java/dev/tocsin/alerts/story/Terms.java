package dev.tocsin.alerts.story;

import java.util.Arrays;
import java.util.Map;

/**
 * Words or signs with their weights. Words go by a hash: thousands of stories are held and compared at once, and that two
 * of some hundred thousand words share one of 32 bits changes no likeness that matters.
 *
 * @param keys in ascending order
 * @param weights above 0, one for each key
 */
record Terms(int[] keys, float[] weights) {
    /** What is left by rounding is nothing. */
    private static final float GONE = 1e-3f;

    static final Terms NONE = new Terms(new int[0], new float[0]);

    Terms {
        // of a version that kept words, or of a damaged store
        if (keys == null || weights == null || keys.length != weights.length) {
            keys = new int[0];
            weights = new float[0];
        }
    }

    static Terms of(Map<Integer, Float> weighed) {
        int[] keys =
                weighed.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        var weights = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            weights[i] = weighed.get(keys[i]);
        }
        return new Terms(keys, weights);
    }

    /** What a word goes by; like words have unlike keys (the finalizer of MurmurHash3). */
    static int key(String word) {
        int h = word.hashCode();
        int m = (h ^ h >>> 16) * 0x85ebca6b;
        m = (m ^ m >>> 13) * 0xc2b2ae35;
        return m ^ m >>> 16;
    }

    /** These and others, the lightest dropped when there are too many. */
    Terms plus(Terms more, int most) {
        return combined(more, 1, most);
    }

    /** These without what others put in; what becomes too light is gone. */
    Terms minus(Terms less) {
        return combined(less, -1, Integer.MAX_VALUE);
    }

    /** The heaviest of these. */
    Terms heaviest(int most) {
        return keys.length <= most ? this : heaviest(keys, weights, keys.length, most);
    }

    private Terms combined(Terms other, int sign, int most) {
        var merged = new int[keys.length + other.keys.length];
        var sums = new float[merged.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            boolean mine = j == other.keys.length || i < keys.length && keys[i] <= other.keys[j];
            boolean theirs = i == keys.length || j < other.keys.length && other.keys[j] <= keys[i];
            int key = mine ? keys[i] : other.keys[j];
            float sum = (mine ? weights[i++] : 0) + (theirs ? sign * other.weights[j++] : 0);
            if (sum > GONE) {
                merged[size] = key;
                sums[size++] = sum;
            }
        }
        return heaviest(merged, sums, size, Math.min(size, most));
    }

    /** Of equal weights the lower keys are kept, so that a replay keeps the same. */
    private static Terms heaviest(int[] keys, float[] weights, int size, int most) {
        if (most == size) {
            return new Terms(Arrays.copyOf(keys, size), Arrays.copyOf(weights, size));
        }
        var sorted = Arrays.copyOf(weights, size);
        Arrays.sort(sorted);
        float least = most == 0 ? Float.MAX_VALUE : sorted[size - most];
        int atLeast = 0;
        for (int i = size - most; i < size && sorted[i] == least; i++) {
            atLeast++;
        }
        var keptKeys = new int[most];
        var keptWeights = new float[most];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] > least || weights[i] == least && atLeast-- > 0) {
                keptKeys[kept] = keys[i];
                keptWeights[kept++] = weights[i];
            }
        }
        return new Terms(keptKeys, keptWeights);
    }

    int size() {
        return keys.length;
    }

    boolean isEmpty() {
        return keys.length == 0;
    }

    boolean contains(int key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    /** The weight of a word; 0 where it is none of these. */
    float weight(int key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? 0 : weights[at];
    }

    /** The weighted Jaccard likeness, 0 to 1 (Ruzicka, 1958). */
    double overlap(Terms other) {
        double shared = 0;
        double all = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            boolean mine = j == other.keys.length || i < keys.length && keys[i] <= other.keys[j];
            boolean theirs = i == keys.length || j < other.keys.length && other.keys[j] <= keys[i];
            float one = mine ? weights[i++] : 0;
            float two = theirs ? other.weights[j++] : 0;
            shared += Math.min(one, two);
            all += Math.max(one, two);
        }
        return all == 0 ? 0 : shared / all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Terms(var theirKeys, var theirWeights)
                && Arrays.equals(keys, theirKeys)
                && Arrays.equals(weights, theirWeights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }

    @Override
    public String toString() {
        return Arrays.toString(keys);
    }
}
