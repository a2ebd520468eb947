package dev.tocsin.alerts.burst;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a subject usually has in a window, learned from the same hours of the weeks before; where fewer than four weeks
 * are known, from the same hours of the days before; where less than one week is, from all hours.
 *
 * @param mean articles in a window
 * @param variance of that, with what is not known of the mean itself
 * @param spans that it was learned from
 * @param like of what sort they are, for people
 */
record Usual(double mean, double variance, int spans, String like) {
    /** Whole hours that are remembered: five weeks, so that four stand before the one that is judged. */
    static final int KEPT_HOURS = 35 * 24;

    private static final int WEEK = 7 * 24;
    private static final int DAY = 24;
    private static final int WEEKLY_FROM = 4 * WEEK;
    private static final double HOUR = 3_600;

    /** A rate that was never seen is not 0: half an article in all that time (Jeffreys' prior for Poisson's rate). */
    private static final double UNSEEN = 0.5;

    /** One in ten spans is taken for no more than the next lower one: what was a burst then is not usual (winsorising). */
    private static final int ONE_IN = 10;

    /**
     * What is usual for the window that ends at a time; empty where less than a day of it is known.
     *
     * @param since when counting began
     */
    static Optional<Usual> of(Counts hours, Instant since, Instant now, Duration window) {
        int length = (int) Math.ceil(window.toSeconds() / HOUR);
        int last = hour(now.minus(window)) - 1;
        int first = Math.max(hour(since) + 1, hour(now) - KEPT_HOURS + 1);
        int known = last - first + 1;
        if (known < DAY || known < 2 * length) {
            return Optional.empty();
        }
        int begin = hour(now) - length + 1;
        var all = sums(hours, length, first, last, IntStream.iterate(last - length + 1, at -> at - length));
        var alike = known >= WEEKLY_FROM
                ? sums(
                        hours,
                        length,
                        first,
                        last,
                        IntStream.iterate(1, k -> k + 1)
                                .flatMap(k -> IntStream.of(1, 0, -1).map(shift -> begin - k * WEEK + shift)))
                : known >= WEEK
                        ? sums(hours, length, first, last, IntStream.iterate(begin - DAY, at -> at - DAY))
                        : all;
        double part = window.toSeconds() / (length * HOUR);
        double mean = Math.max(Arrays.stream(alike).average().orElse(0), UNSEEN / alike.length) * part;
        // a part of a span has its share of the mean, and less of the clumping
        double dispersion = 1 + part * (dispersion(all) - 1);
        return Optional.of(new Usual(
                mean,
                mean * dispersion * (1 + 1.0 / alike.length),
                alike.length,
                known >= WEEKLY_FROM
                        ? "these hours of the week"
                        : known >= WEEK ? "these hours of the day" : "all hours"));
    }

    /** At least so many: where a burst was lately, what came since is usual as well. */
    Usual atLeast(double other) {
        return other <= mean ? this : new Usual(other, variance * other / mean, spans, like);
    }

    static int hour(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), (long) HOUR);
    }

    /** Of spans from later to earlier ones, those that are known, ascending; the highest are cut to the next lower. */
    private static int[] sums(Counts hours, int length, int first, int last, IntStream begins) {
        int[] sums = begins.takeWhile(begin -> begin >= first - 2)
                .filter(begin -> begin >= first && begin + length - 1 <= last)
                .map(begin -> hours.sum(begin, begin + length - 1))
                .sorted()
                .toArray();
        int cut = sums.length < ONE_IN / 2 ? 0 : (sums.length + ONE_IN - 1) / ONE_IN;
        for (int i = sums.length - cut; i < sums.length; i++) {
            sums[i] = sums[sums.length - cut - 1];
        }
        return sums;
    }

    /** Variance by mean: 1 where articles come one by one, more where they come in clumps. */
    private static double dispersion(int[] sums) {
        double mean = Arrays.stream(sums).average().orElse(0);
        double squares =
                Arrays.stream(sums).mapToDouble(s -> (s - mean) * (s - mean)).sum();
        return mean == 0 || sums.length < 2 ? 1 : Math.max(1, squares / (sums.length - 1) / mean);
    }
}
