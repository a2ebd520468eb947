package dev.tocsin.dashboard.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who takes which stance, and when: a row for each actor, in it a label for each stance, tied to the one that it left. */
public final class StanceChart {
    private static final double PILL = 18;
    private static final double ROW = 24;
    private static final double BOTTOM = 24;
    private static final double NAMES = 196;
    private static final double NARROW = 500;
    private static final int LONGEST_NAME = 30;

    /**
     * A stance.
     *
     * @param tone {@code with}, {@code against}, {@code calls} or {@code neutral}: what the colour tells
     * @param changed whether it is another one than before
     */
    public record Stance(Instant at, String words, String tone, boolean changed, String title, String href) {}

    /** The stances of an actor, oldest first. */
    public record Row(String actor, List<Stance> stances) {}

    private record Pill(Stance stance, double at, double x, double width, int line) {
        double right() {
            return x + width;
        }
    }

    private StanceChart() {}

    /** Draws one stance or more, from the first to the last. */
    public static String draw(List<Row> rows, double width, Locale locale) {
        boolean narrow = width < NARROW;
        var times = rows.stream()
                .flatMap(r -> r.stances().stream().map(Stance::at))
                .sorted()
                .toList();
        var first = times.getFirst();
        var last = times.getLast();
        var time = new TimeAxis(first, last, narrow ? 8 : NAMES, width - 8, locale);
        var placed = rows.stream().map(row -> pills(row, time)).toList();
        var tops = new ArrayList<Double>();
        double height = 4;
        for (var pills : placed) {
            tops.add(height + (narrow ? 18 : 0));
            int lines = pills.stream().mapToInt(Pill::line).max().orElse(0) + 1;
            height += (narrow ? 18 : 0) + lines * ROW + 4;
        }
        var svg = new Svg("stance-chart", width, height + BOTTOM);
        time.draw(svg, 0, height);
        for (int i = 0; i < rows.size(); i++) {
            double top = tops.get(i);
            svg.text(
                    "lane",
                    narrow ? 8 : NAMES - 12,
                    narrow ? top - 3 : top + 14,
                    narrow ? "start" : "end",
                    cut(rows.get(i).actor()));
            row(svg, placed.get(i), top);
        }
        return svg.close();
    }

    /** Side by side where there is room, else on lines below each other. */
    private static List<Pill> pills(Row row, TimeAxis time) {
        var pills = new ArrayList<Pill>();
        for (var stance : row.stances()) {
            double width = Labels.width(stance.words()) + 14;
            double at = time.x(stance.at());
            double x = Math.max(time.left(), Math.min(at, time.right() - width));
            int line = 0;
            while (taken(pills, line, x, x + width)) {
                line++;
            }
            pills.add(new Pill(stance, at, x, width, line));
        }
        return pills;
    }

    private static boolean taken(List<Pill> pills, int line, double from, double to) {
        return pills.stream().anyMatch(p -> p.line() == line && from < p.right() + 3 && p.x() < to + 3);
    }

    private static void row(Svg svg, List<Pill> pills, double top) {
        for (int i = 1; i < pills.size(); i++) {
            if (pills.get(i).stance().changed()) {
                tie(svg, pills.get(i - 1), pills.get(i), top);
            }
        }
        for (var pill : pills) {
            double y = top + pill.line() * ROW;
            svg.link(pill.stance().href(), pill.stance().title(), () -> {
                svg.shape(
                        "rect",
                        "class",
                        "pill " + pill.stance().tone(),
                        "x",
                        pill.x(),
                        "y",
                        y,
                        "width",
                        pill.width(),
                        "height",
                        PILL,
                        "rx",
                        4);
                svg.shape("circle", "class", "when", "cx", pill.at(), "cy", y + PILL, "r", 2);
                svg.text("stance", pill.x() + 7, y + 13, "start", pill.stance().words());
            });
        }
    }

    private static void tie(Svg svg, Pill from, Pill to, double top) {
        double y1 = top + from.line() * ROW + PILL / 2;
        double y2 = top + to.line() * ROW + PILL / 2;
        svg.line("tie", from.right() < to.x() ? from.right() : from.x() + from.width() / 2, y1, to.x(), y2);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
