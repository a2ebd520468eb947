package dev.tocsin.ingest.coverage;

import java.time.Instant;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** Weeks of invented arrivals, the same at each run. */
final class Days {
    /** A Wednesday, at noon. */
    static final Instant NOW = Instant.parse("2026-03-11T12:20:00Z");

    private static final int PER_DAY = 24;

    private Days() {}

    static Watched allWatched() {
        return watched(hour -> true);
    }

    static Watched watched(LongPredicate hour) {
        var empty = Hours.upTo(NOW);
        return Watched.of(
                NOW,
                LongStream.rangeClosed(empty.first(), empty.last())
                        .filter(hour)
                        .boxed()
                        .toList());
    }

    /** Poisson counts (Knuth's method) around the rate of each hour. */
    static Hours of(long seed, LongToDoubleFunction rate) {
        var hours = Hours.upTo(NOW);
        var random = new Random(seed);
        for (long hour = hours.first(); hour <= hours.last(); hour++) {
            double limit = Math.exp(-rate.applyAsDouble(hour));
            int count = 0;
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
            hours.add(hour, count);
        }
        return hours;
    }

    /** Hours ago, in whole hours; 0 is the hour that is not over. */
    static long ago(long hour) {
        return Hours.hour(NOW) - hour;
    }

    static int hourOfDay(long hour) {
        return (int) (hour % PER_DAY);
    }

    /** 0 is Monday. */
    static int dayOfWeek(long hour) {
        return (int) ((hour / PER_DAY + 3) % 7);
    }
}
