package dev.tocsin.archive.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/** How many there were when, by day; by ever longer spans where that would be too many. In UTC. */
public final class Calendar {
    private static final int MOST = 400;
    private static final int[] WIDTHS = {1, 7, 28, 364, 3_640};

    private final TreeMap<Long, long[]> spans = new TreeMap<>();
    private int width;

    /** What is counted of a span. */
    enum What {
        DRAFT,
        LIVE,
        RUNG
    }

    /**
     * A span of days.
     *
     * @param draft articles that belong by the draft
     * @param live articles that belong by the version in force
     * @param rung stories of the draft that begin there
     */
    public record Span(LocalDate from, long draft, long live, long rung) {}

    void count(Instant at, What what) {
        long day = Math.floorDiv(at.getEpochSecond(), 86_400);
        spans.computeIfAbsent(begin(day), d -> new long[What.values().length])[what.ordinal()]++;
        while (spans.size() > MOST && width < WIDTHS.length - 1) {
            width++;
            var finer = new TreeMap<>(spans);
            spans.clear();
            finer.forEach((from, counts) -> spans.merge(begin(from), counts, Calendar::sum));
        }
    }

    /** Days in a span. */
    int days() {
        return WIDTHS[width];
    }

    List<Span> spans() {
        return spans.entrySet().stream()
                .map(e -> new Span(
                        LocalDate.ofInstant(Instant.ofEpochSecond(e.getKey() * 86_400), ZoneOffset.UTC),
                        e.getValue()[What.DRAFT.ordinal()],
                        e.getValue()[What.LIVE.ordinal()],
                        e.getValue()[What.RUNG.ordinal()]))
                .toList();
    }

    private long begin(long day) {
        return Math.floorDiv(day, WIDTHS[width]) * WIDTHS[width];
    }

    private static long[] sum(long[] a, long[] b) {
        var sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
