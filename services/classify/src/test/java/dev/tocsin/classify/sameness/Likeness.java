package dev.tocsin.classify.sameness;

import java.util.Map;

/**
 * How alike two signatures are, as the story engine may do it: the weight of the keys they share over the geometric mean
 * of what each has (Ochiai's coefficient, 1957, weighted by rarity). The cosine, which squares the weights, and Jaccard's
 * coefficient were tried on the labelled stories and put them in a worse order.
 */
final class Likeness {
    private Likeness() {}

    static double of(Map<String, Double> one, Map<String, Double> other) {
        double shared = 0;
        for (var key : one.entrySet()) {
            shared += other.containsKey(key.getKey()) ? key.getValue() : 0;
        }
        return shared == 0 ? 0 : shared / Math.sqrt(weight(one) * weight(other));
    }

    private static double weight(Map<String, Double> keys) {
        return keys.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
