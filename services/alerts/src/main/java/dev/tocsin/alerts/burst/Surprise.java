package dev.tocsin.alerts.burst;

/**
 * How improbable a count is: the upper tail of the negative binomial distribution, which fits news better than Poisson's
 * because news comes in clumps. With mean m and variance v, r = m²/(v − m) and p = m/v (Johnson, Kemp and Kotz,
 * Univariate Discrete Distributions, chapter 5; the estimates are the method of moments).
 */
final class Surprise {
    private static final double NEGLIGIBLE = 1e-9;
    private static final int MOST_TERMS = 10_000;

    /** Nearer to Poisson's than that makes no difference, and r would be beyond all bounds. */
    private static final double LEAST_DISPERSION = 1.001;

    private Surprise() {}

    /** P(X ≥ x). Summed upwards from x, each term from the one below it, so that a far tail does not vanish. */
    static double atLeast(int x, double mean, double variance) {
        if (x <= mean) {
            return 1;
        }
        double spread = Math.max(variance, mean * LEAST_DISPERSION);
        double r = mean * mean / (spread - mean);
        double p = mean / spread;
        double log = r * Math.log(p) + x * Math.log1p(-p);
        for (int k = 0; k < x; k++) {
            log += Math.log((k + r) / (k + 1));
        }
        double term = 1;
        double sum = 1;
        for (int k = x; k < x + MOST_TERMS && term > NEGLIGIBLE; k++) {
            term *= (k + r) / (k + 1) * (1 - p);
            sum += term;
        }
        return Math.min(1, Math.exp(log) * sum);
    }
}
