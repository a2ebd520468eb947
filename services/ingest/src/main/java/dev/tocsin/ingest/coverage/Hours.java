package dev.tocsin.ingest.coverage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** New articles in each of the last 35 days' hours, in UTC: the one measure that all of coverage is decided by. */
public final class Hours {
    /** Days that are kept: four weeks to learn from, before a week to judge. */
    public static final int DAYS = 35;

    private static final int PER_DAY = 24;
    private static final int SIZE = DAYS * PER_DAY;

    private final long first;
    private final int[] counts = new int[SIZE];
    /** At i, the sum of what is before i; made when first asked for, for a look asks hundreds of times. */
    private int @Nullable [] before;

    private Hours(long first) {
        this.first = first;
    }

    /** Empty, with the hour of {@code now} as the last. */
    public static Hours upTo(Instant now) {
        return new Hours(hour(now) - SIZE + 1);
    }

    /** The same hours without any article. */
    Hours empty() {
        return new Hours(first);
    }

    /** Whole hours since 1970. */
    public static long hour(Instant at) {
        return at.getEpochSecond() / Duration.ofHours(1).toSeconds();
    }

    /** The first hour that is held. */
    public long first() {
        return first;
    }

    /** The last hour that is held, which is not over yet. */
    public long last() {
        return first + SIZE - 1;
    }

    /** Adds to an hour; what is older or newer than what is held is left out. */
    public void add(long hour, int count) {
        long at = hour - first;
        if (at >= 0 && at < SIZE) {
            counts[(int) at] += count;
            before = null;
        }
    }

    /** Adds all of another's. */
    public void add(Hours other) {
        for (int i = 0; i < SIZE; i++) {
            add(other.first + i, other.counts[i]);
        }
    }

    /** The articles from one hour to another, both included, where they are held. */
    public int sum(long from, long to) {
        int begin = (int) (Math.clamp(from, first, last() + 1) - first);
        int end = (int) (Math.clamp(to, first - 1, last()) + 1 - first);
        return begin >= end ? 0 : before()[end] - before()[begin];
    }

    private int[] before() {
        var known = before;
        if (known == null) {
            known = new int[SIZE + 1];
            for (int i = 0; i < SIZE; i++) {
                known[i + 1] = known[i] + counts[i];
            }
            before = known;
        }
        return known;
    }

    /** The first hour that has an article; after {@link #last} where none has. */
    public long begin() {
        long hour = first;
        while (hour <= last() && counts[(int) (hour - first)] == 0) {
            hour++;
        }
        return hour;
    }

    /** Articles on each of the last days (UTC), today last. */
    public int[] lastDays(int days) {
        var sums = new int[days];
        long today = last() / PER_DAY;
        for (int i = 0; i < days; i++) {
            long day = today - days + 1 + i;
            sums[i] = sum(day * PER_DAY, day * PER_DAY + PER_DAY - 1);
        }
        return sums;
    }
}
