package dev.tocsin.archive.pace;

import java.util.Map;
import java.util.TreeMap;

/**
 * Spans of time counted in buckets that grow by a fixed ratio, so that a quantile is told within 5 % whatever the span, and
 * counts of several processes can be added (DDSketch; Masson, Rim, Lee: VLDB 2019, section 2).
 */
public final class Sketch {
    private static final double ERROR = 0.05;
    private static final double RATIO = (1 + ERROR) / (1 - ERROR);
    private static final double LOG_RATIO = Math.log(RATIO);

    /** Longer spans are counted as this many milliseconds: 30 days. */
    private static final long LONGEST = 30L * 24 * 60 * 60 * 1000;

    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    /** The bucket of a span; what took no time, or less where two clocks differ, is 0. */
    public static int bucket(long millis) {
        return millis < 1 ? 0 : 1 + (int) Math.ceil(Math.log(Math.min(millis, LONGEST)) / LOG_RATIO);
    }

    /** Adds what was counted elsewhere. */
    public void add(int bucket, long count) {
        counts.merge(bucket, count, Long::sum);
    }

    /** Adds all of another one. */
    public void add(Map<Integer, Long> others) {
        others.forEach(this::add);
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The span that this share of all is not longer than, in milliseconds.
     *
     * @param share 0 to 1
     * @return 0 where nothing was counted
     */
    public long quantile(double share) {
        long rank = (long) Math.ceil(share * count());
        long seen = 0;
        for (var entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return millis(entry.getKey());
            }
        }
        return 0;
    }

    private static long millis(int bucket) {
        return bucket == 0 ? 0 : Math.round(2 * Math.pow(RATIO, bucket - 1.0) / (RATIO + 1));
    }
}
