package dev.tocsin.classify.learn;

import org.jspecify.annotations.Nullable;

/**
 * How well weights agree with the verdicts. Each story counts one, whatever the number of its texts.
 *
 * @param precision of what belongs by the weights, the share that analysts called relevant; null where nothing belongs
 * @param recall of what analysts called relevant, the share that belongs by the weights; null where they called nothing so
 * @param f1 the harmonic mean of both (van Rijsbergen 1979); 0 where one is null
 */
public record Figures(@Nullable Double precision, @Nullable Double recall, double f1) {

    /** Counts what was decided of texts, one by one. */
    static final class Count {
        private double right;
        private double wrong;
        private double missed;

        void add(Sample sample, boolean belongs) {
            if (belongs) {
                right += sample.relevant() ? sample.weight() : 0;
                wrong += sample.relevant() ? 0 : sample.weight();
            } else {
                missed += sample.relevant() ? sample.weight() : 0;
            }
        }

        Figures figures() {
            double twice = 2 * right;
            return new Figures(
                    share(right, right + wrong),
                    share(right, right + missed),
                    twice == 0 ? 0 : round(twice / (twice + wrong + missed)));
        }

        private static @Nullable Double share(double part, double whole) {
            return whole == 0 ? null : round(part / whole);
        }

        private static double round(double share) {
            return Math.round(share * 10_000) / 10_000.0;
        }
    }
}
