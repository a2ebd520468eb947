package dev.tocsin.archive.lab;

import org.jspecify.annotations.Nullable;

/**
 * A share that was counted, with what it may be of all there are.
 *
 * @param of how many were counted
 * @param low the lower bound of its 95 % interval
 * @param high the upper bound
 */
public record Share(double value, long of, double low, double high) {
    /** The normal distribution's 97.5th percentile. */
    private static final double Z = 1.959964;

    /**
     * The share of some, with Wilson's score interval (E. B. Wilson, 1927), which holds where they are few; null of none.
     */
    public static @Nullable Share of(long some, long all) {
        if (all == 0) {
            return null;
        }
        double p = (double) some / all;
        double z2 = Z * Z;
        double middle = (p + z2 / (2 * all)) / (1 + z2 / all);
        double half = Z / (1 + z2 / all) * Math.sqrt(p * (1 - p) / all + z2 / (4.0 * all * all));
        return new Share(p, all, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
