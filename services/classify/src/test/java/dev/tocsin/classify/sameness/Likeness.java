package dev.tocsin.classify.sameness;

import java.util.Map;

/** How alike two signatures are, as the story engine may do it: the cosine of their keys, weighed by rarity. */
final class Likeness {
    private Likeness() {}

    static double of(Map<String, Double> one, Map<String, Double> other) {
        double shared = 0;
        for (var key : one.entrySet()) {
            if (other.containsKey(key.getKey())) {
                shared += key.getValue() * key.getValue();
            }
        }
        return shared == 0 ? 0 : shared / (length(one) * length(other));
    }

    private static double length(Map<String, Double> keys) {
        return Math.sqrt(keys.values().stream().mapToDouble(w -> w * w).sum());
    }
}
