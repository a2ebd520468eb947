package dev.tocsin.dashboard.charts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts times on a line, with marks at round times of UTC. */
final class TimeAxis {
    private static final Duration SHORTEST = Duration.ofHours(1);
    /** What of the span is left free at each end. */
    private static final double MARGIN = 0.03;

    private static final double LABEL = 62;
    /** So far from the zone's name a mark must be, or its own would stand on it. */
    private static final double HALF_A_LABEL = 24;

    private static final double ROOM_FOR_ZONE = 40;
    private static final long DAY = 86_400;
    /** Steps between marks in seconds; beyond the last one it is doubled. */
    private static final long[] STEPS = {
        300,
        900,
        1_800,
        3_600,
        3 * 3_600,
        6 * 3_600,
        12 * 3_600,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        30 * DAY,
        90 * DAY,
        365 * DAY
    };

    private static final String CLOCK = "HH:mm";
    private static final String DATE = "d MMM";
    private static final String MONTH = "MMM yyyy";

    private final Locale locale;
    private final double from;
    private final double seconds;
    private final double left;
    private final double right;

    /** A mark. */
    record Tick(double x, String label) {}

    TimeAxis(Instant first, Instant last, double left, double right, Locale locale) {
        this.locale = locale;
        var span = Duration.between(first, last);
        double length = Math.max(span.toSeconds(), SHORTEST.toSeconds());
        double middle = first.getEpochSecond() + span.toSeconds() / 2.0;
        this.seconds = length * (1 + 2 * MARGIN);
        this.from = middle - seconds / 2;
        this.left = left;
        this.right = right;
    }

    /** Where a time stands; one outside of the axis stands at its end. */
    double x(Instant time) {
        double share = (time.getEpochSecond() - from) / seconds;
        return left + Math.clamp(share, 0, 1) * (right - left);
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    /** Marks, as many as their labels leave room for. */
    List<Tick> ticks() {
        long step = step(Math.max(1, (right - left) / LABEL));
        var labels = step < DAY ? CLOCK : step < 90 * DAY ? DATE : MONTH;
        var ticks = new ArrayList<Tick>();
        for (long at = Math.ceilDiv((long) Math.ceil(from), step) * step; at <= from + seconds; at += step) {
            var time = Instant.ofEpochSecond(at);
            ticks.add(new Tick(
                    x(time),
                    format(at % DAY == 0 && labels.equals(CLOCK) ? DATE : labels)
                            .format(time)));
        }
        return ticks;
    }

    /** Draws the line with its marks; those go up to {@code top}. */
    void draw(Svg svg, double top, double bottom) {
        boolean zone = left >= ROOM_FOR_ZONE;
        svg.group("axis", () -> {
            for (var tick : ticks()) {
                svg.line("grid", tick.x(), top, tick.x(), bottom);
                if (!zone || tick.x() - left >= HALF_A_LABEL) {
                    svg.text("tick", tick.x(), bottom + 14, "middle", tick.label());
                }
            }
            svg.line("base", left, bottom, right, bottom);
            if (zone) {
                svg.text("tick zone", left - 12, bottom + 17, "end", "UTC");
            }
        });
    }

    private long step(double most) {
        for (long step : STEPS) {
            if (seconds / step <= most) {
                return step;
            }
        }
        long step = STEPS[STEPS.length - 1];
        while (seconds / step > most) {
            step *= 2;
        }
        return step;
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(ZoneOffset.UTC);
    }
}
