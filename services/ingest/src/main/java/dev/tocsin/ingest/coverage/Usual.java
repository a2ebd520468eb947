package dev.tocsin.ingest.coverage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came in spans like the one that is judged.
 *
 * @param mean articles
 * @param variance never below what chance alone gives
 */
public record Usual(double mean, double variance) {
    /** The share of samples at each end that counts only as much as its neighbour: past outages and past rushes. */
    private static final double CUT = 0.1;

    /** Few days vary less than many: the least ratio of variance to mean, where pure chance (Poisson) has 1. */
    private static final double LEAST_DISPERSION = 1.25;

    private static final int LEARNT_DAYS = 28;
    private static final int LEAST_DAYS = 3;

    /**
     * Mean and variance of samples, both winsorised (W. J. Dixon, 1960), so that one bad day teaches nothing wrong.
     *
     * @param samples at least one
     */
    public static Usual of(double[] samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        int cut = (int) Math.ceil(sorted.length * CUT);
        if (sorted.length > 2 * cut) {
            Arrays.fill(sorted, 0, cut, sorted[cut]);
            Arrays.fill(sorted, sorted.length - cut, sorted.length, sorted[sorted.length - cut - 1]);
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted).map(s -> (s - mean) * (s - mean)).sum();
        double variance = sorted.length > 1 ? squares / (sorted.length - 1) : mean;
        return new Usual(mean, Math.max(variance, LEAST_DISPERSION * mean));
    }

    /** Articles in a usual day, by the four weeks before today; null before there are three whole days to learn from. */
    public static @Nullable Double perDay(Hours hours) {
        var days = hours.lastDays(LEARNT_DAYS + 1);
        long known = (hours.last() - hours.begin()) / 24;
        // the first day brought what the feed held already
        int from = (int) Math.max(0, days.length - Math.max(0, known));
        if (days.length - 1 - from < LEAST_DAYS) {
            return null;
        }
        var samples =
                Arrays.stream(days, from, days.length - 1).asDoubleStream().toArray();
        return Math.round(of(samples).mean() * 10) / 10.0;
    }

    /** The same spread around a lower mean. */
    Usual atMost(double other) {
        return other >= mean ? this : new Usual(other, variance * other / mean);
    }

    /** How probable it is that no more than this comes: 1 where it is no less than usual. */
    public double probability(int observed) {
        return observed >= mean ? 1 : NegativeBinomial.atMost(observed, mean, variance);
    }
}
