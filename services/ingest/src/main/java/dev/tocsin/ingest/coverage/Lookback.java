package dev.tocsin.ingest.coverage;

import java.util.ArrayList;
import java.util.Optional;

/**
 * Compares what came in a span with what came in the same hours of the days before: the method of historical limits
 * (Stroup, Williamson, Herndon and Karon, Statistics in Medicine 8, 1989), with the tail of a negative binomial instead
 * of a normal distribution, because the counts are small. Hours of the day are thereby respected from the first week on,
 * and days of the week from the third.
 */
final class Lookback {
    private static final int PER_DAY = 24;
    private static final int PER_WEEK = 7;
    /** Days back from which samples are taken. */
    private static final int BACK = 28;
    /** Samples of one day of the week that say something by themselves. */
    private static final int LEAST_WEEKDAYS = 3;
    /** The most that the watched hours of a sample may differ from those of the span. */
    private static final double SIMILAR = 0.1;

    private final Hours hours;
    private final Watched watched;
    private final long from;
    private final long until;
    private final int leastDays;

    /**
     * @param from the first hour that is typical: what is before it teaches nothing
     * @param until the last hour that is typical: an episode does not teach that silence is usual
     */
    Lookback(Hours hours, Watched watched, long from, long until, int leastDays) {
        this.hours = hours;
        this.watched = watched;
        this.from = from;
        this.until = until;
        this.leastDays = leastDays;
    }

    /** What is usual in the span of that many hours that ended with the last full hour; empty while too little is known. */
    Optional<Known> usual(int span) {
        long last = hours.last() - 1;
        long first = last - span + 1;
        int here = watched.count(first, last);
        if (here * 2 < span) {
            return Optional.empty();
        }
        var all = new ArrayList<Double>();
        var sameWeekday = new ArrayList<Double>();
        for (int day = Math.ceilDiv(span, PER_DAY); day <= BACK; day++) {
            long shift = (long) day * PER_DAY;
            if (first - shift < Math.max(from, hours.first()) || last - shift > until) {
                continue;
            }
            int there = watched.count(first - shift, last - shift);
            if (Math.abs(there - here) <= SIMILAR * here) {
                double sample = (double) hours.sum(first - shift, last - shift) * here / there;
                all.add(sample);
                if (day % PER_WEEK == 0) {
                    sameWeekday.add(sample);
                }
            }
        }
        if (all.size() < leastDays) {
            return Optional.empty();
        }
        var usual = Usual.of(all.stream().mapToDouble(Double::doubleValue).toArray());
        if (span <= PER_DAY && sameWeekday.size() >= LEAST_WEEKDAYS) {
            var weekday = Usual.of(
                    sameWeekday.stream().mapToDouble(Double::doubleValue).toArray());
            usual = usual.atMost(weekday.mean());
        }
        // the hour that is not over counts in favour of who sends
        return Optional.of(new Known(usual, hours.sum(first, hours.last()), span, all.size()));
    }

    /** What is usual in a span, and what came. */
    record Known(Usual usual, int observed, int span, int samples) {
        double probability() {
            return usual.probability(observed);
        }

        Shortfall shortfall() {
            return new Shortfall(span, observed, usual.mean(), probability(), samples);
        }
    }
}
