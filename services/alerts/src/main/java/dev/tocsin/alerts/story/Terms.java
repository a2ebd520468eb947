package dev.tocsin.alerts.story;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The heaviest words or signs of a story. Two arrays rather than a map, because thousands of stories are compared and
 * held at once.
 *
 * @param names in ascending order
 * @param weights above 0, one for each name
 */
record Terms(String[] names, float[] weights) {
    static final Terms NONE = new Terms(new String[0], new float[0]);

    /** These and an article's features, the lightest dropped when there are too many. */
    Terms plus(Map<String, Float> features, int most) {
        var more = features.keySet().toArray(new String[0]);
        Arrays.sort(more);
        var merged = new String[names.length + more.length];
        var sums = new float[merged.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < names.length || j < more.length) {
            int order = i == names.length ? 1 : j == more.length ? -1 : names[i].compareTo(more[j]);
            merged[size] = order <= 0 ? names[i] : more[j];
            sums[size++] = (order <= 0 ? weights[i++] : 0) + (order >= 0 ? features.get(more[j++]) : 0);
        }
        return heaviest(merged, sums, size, Math.min(size, most));
    }

    /** Of equal weights the earlier names are kept, so that a replay keeps the same. */
    private static Terms heaviest(String[] names, float[] weights, int size, int most) {
        var sorted = Arrays.copyOf(weights, size);
        Arrays.sort(sorted);
        float least = most == 0 ? Float.MAX_VALUE : sorted[size - most];
        int atLeast = 0;
        for (int i = size - most; i < size && sorted[i] == least; i++) {
            atLeast++;
        }
        var keptNames = new String[most];
        var keptWeights = new float[most];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] > least || weights[i] == least && atLeast-- > 0) {
                keptNames[kept] = names[i];
                keptWeights[kept++] = weights[i];
            }
        }
        return new Terms(keptNames, keptWeights);
    }

    /** The same with names that others hold too, so that a word is in memory once. */
    Terms sharing(UnaryOperator<String> held) {
        var shared = new String[names.length];
        Arrays.setAll(shared, i -> held.apply(names[i]));
        return new Terms(shared, weights);
    }

    boolean isEmpty() {
        return names.length == 0;
    }

    boolean contains(String name) {
        return Arrays.binarySearch(names, name) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Terms(var theirNames, var theirWeights)
                && Arrays.equals(names, theirNames)
                && Arrays.equals(weights, theirWeights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names);
    }

    @Override
    public String toString() {
        return Arrays.toString(names);
    }
}
