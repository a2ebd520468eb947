package dev.tocsin.alerts.story;

/**
 * Words or signs of one side of a comparison, weighed by rarity once for all of them (tf-idf).
 *
 * @param weights one for each key of the terms
 * @param length Euclidean, of the weights
 */
record Weighed(Terms terms, double[] weights, double length, Rarity rarity) {
    /** How much a word tells a story from the others of its lane. */
    interface Rarity {
        double of(int key);
    }

    static Weighed of(Terms terms, Rarity rarity) {
        var weights = new double[terms.size()];
        double squared = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = terms.weights()[i] * rarity.of(terms.keys()[i]);
            squared += weights[i] * weights[i];
        }
        return new Weighed(terms, weights, Math.sqrt(squared), rarity);
    }

    boolean isEmpty() {
        return weights.length == 0;
    }

    int shared(Terms other) {
        int shared = 0;
        int[] mine = terms.keys();
        int[] theirs = other.keys();
        for (int i = 0, j = 0; i < mine.length && j < theirs.length; ) {
            int order = Integer.compare(mine[i], theirs[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    double cosine(Terms other) {
        int[] mine = terms.keys();
        int[] theirs = other.keys();
        double product = 0;
        double squared = 0;
        int i = 0;
        for (int j = 0; j < theirs.length; j++) {
            double weight = other.weights()[j] * rarity.of(theirs[j]);
            squared += weight * weight;
            while (i < mine.length && mine[i] < theirs[j]) {
                i++;
            }
            if (i < mine.length && mine[i] == theirs[j]) {
                product += weights[i] * weight;
            }
        }
        return product == 0 ? 0 : product / (length * Math.sqrt(squared));
    }
}
