package dev.tocsin.ingest.coverage;

/**
 * The tail of the negative binomial distribution, which fits counts of news better than Poisson's because news comes in
 * bursts: with mean m and variance v, r = m²/(v − m) and p = m/v (Johnson, Kemp and Kotz, Univariate Discrete
 * Distributions, chapter 5; the estimates are the method of moments).
 */
final class NegativeBinomial {
    private static final double NEGLIGIBLE = 1e-12;
    private static final int STIRLING_FROM = 10;

    private NegativeBinomial() {}

    /**
     * P(X ≤ x). Summed downwards from x, each term from the one above it, so that a far tail does not vanish.
     *
     * @param x below the mean
     * @param variance above the mean
     */
    static double atMost(int x, double mean, double variance) {
        double r = mean * mean / (variance - mean);
        double p = mean / variance;
        double log = logGamma(x + r) - logGamma(r) - logGamma(x + 1) + r * Math.log(p) + x * Math.log1p(-p);
        double term = 1;
        double sum = 1;
        for (int k = x; k > 0 && term > NEGLIGIBLE; k--) {
            term *= k / ((k - 1 + r) * (1 - p));
            sum += term;
        }
        return Math.min(1, Math.exp(log) * sum);
    }

    /** ln Γ(z) for z > 0: Stirling's series (NIST DLMF 5.11.1), after Γ(z+1) = z Γ(z) has made z large enough for it. */
    static double logGamma(double z) {
        double below = 0;
        double large = z;
        while (large < STIRLING_FROM) {
            below += Math.log(large);
            large++;
        }
        double square = large * large;
        double series = (1 / 12.0 - (1 / 360.0 - 1 / (1260 * square)) / square) / large;
        return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - below;
    }
}
