package dev.tocsin.dashboard.charts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one kind over time: each voice has a line that steps from figure to figure, from when it was told to when it
 * no longer stood. A cross ends what was withdrawn or denied, a diamond is told again after that, a bar is a range.
 */
public final class LedgerChart {
    private static final double LEFT = 44;
    private static final double BOTTOM = 24;
    private static final double TOP = 22;
    /** A cross stands so far beside its mark at least. */
    private static final double CROSS = 10;
    /** This part of the time that figures change in is added, in which the last of them stand. */
    private static final int AFTER = 6;

    private static final Duration SHORTEST_AFTER = Duration.ofMinutes(15);

    /** Lines of one height stand so far apart. */
    private static final double APART = 5;

    private final List<Figure> figures;
    private final TimeAxis time;
    private final ValueAxis values;
    private final Labels labels;
    private final double width;
    private final double height;

    /**
     * A figure as one voice tells it.
     *
     * @param voice its number, 0 for the first
     * @param letter of the voice
     * @param series a voice's figures of one series follow each other; a figure of whom else, or of a part, is no step of it
     * @param struck it was withdrawn or denied
     * @param again it was told after it had been withdrawn
     * @param rumour nobody stands behind it
     * @param part it is a part of another figure
     * @param ended when it no longer stood; null while it does
     * @param title for people, all of it
     */
    public record Figure(
            int voice,
            String letter,
            String series,
            @Nullable Long low,
            @Nullable Long high,
            boolean struck,
            boolean again,
            boolean rumour,
            boolean part,
            Instant at,
            @Nullable Instant ended,
            String title,
            String href) {
        double value() {
            return low == null ? (high == null ? 0 : high) : high == null ? low : (low + high) / 2.0;
        }

        private boolean isRange() {
            return low != null && high != null && !low.equals(high);
        }

        /** Null while it stands; what is told again after its end stands in spite of it. */
        private @Nullable Instant stoodUntil() {
            if (ended == null || ended.isAfter(at)) {
                return ended;
            }
            return again ? null : at;
        }

        private Instant last() {
            return ended == null || ended.isBefore(at) ? at : ended;
        }

        private String number(ValueAxis values) {
            if (isRange()) {
                return values.label(low) + "–" + values.label(high);
            }
            return (low == null ? "≤" : high == null ? "≥" : "") + values.label(value());
        }
    }

    private LedgerChart(List<Figure> figures, double width, double height, Locale locale) {
        this.figures = figures.stream().sorted(Comparator.comparing(Figure::at)).toList();
        this.width = width;
        this.height = height;
        var first = this.figures.getFirst().at();
        var last = figures.stream()
                .map(Figure::last)
                .max(Comparator.naturalOrder())
                .orElse(first);
        // room for what stands longer than anything changes
        var after = Duration.between(first, last).dividedBy(AFTER).plus(SHORTEST_AFTER);
        time = new TimeAxis(first, last.plus(after), LEFT, width - 8, locale);
        double most = figures.stream()
                .mapToDouble(f -> f.high() == null ? f.value() : f.high())
                .max()
                .orElse(1);
        values = new ValueAxis(most, TOP, height - BOTTOM, locale);
        labels = new Labels(LEFT, width, 0, height - BOTTOM);
    }

    /** Draws one figure or more, from the first to some time after the last change. */
    public static String draw(List<Figure> figures, double width, double height, Locale locale) {
        return new LedgerChart(figures, width, height, locale).draw();
    }

    private String draw() {
        var svg = new Svg("ledger-chart", width, height);
        values.draw(svg, LEFT, width - 8);
        time.draw(svg, TOP, height - BOTTOM);
        var drawn = new ArrayList<Figure>();
        var heights = new ArrayList<Double>();
        for (var figure : figures) {
            double y = values.y(figure.value()) - APART * Math.min(3, beside(figure, drawn));
            step(svg, figure, y, drawn, heights);
            drawn.add(figure);
            heights.add(y);
            labels.take(time.x(figure.at()) - 5, y - 5, time.x(figure.at()) + 5, y + 5);
            labels.take(time.x(figure.at()), y - 1, end(figure), y + 1);
        }
        for (int i = 0; i < drawn.size(); i++) {
            figure(svg, drawn.get(i), heights.get(i));
        }
        return svg.close();
    }

    /** How many lines lie where this one would. */
    private long beside(Figure figure, List<Figure> drawn) {
        return drawn.stream()
                .filter(d -> Math.abs(values.y(d.value()) - values.y(figure.value())) < APART)
                .filter(d -> d.stoodUntil() == null || !d.stoodUntil().isBefore(figure.at()))
                .count();
    }

    /** From the figure that its voice told before, where this one took its place. */
    private void step(Svg svg, Figure figure, double y, List<Figure> drawn, List<Double> heights) {
        for (int i = drawn.size() - 1; i >= 0; i--) {
            var before = drawn.get(i);
            if (before.voice() == figure.voice()
                    && before.series().equals(figure.series())
                    && !before.struck()
                    && figure.at().equals(before.ended())) {
                svg.line("rise " + colour(figure), time.x(figure.at()), heights.get(i), time.x(figure.at()), y);
                return;
            }
        }
    }

    private void figure(Svg svg, Figure figure, double y) {
        double x = time.x(figure.at());
        double end = end(figure);
        svg.link(figure.href(), figure.title(), () -> {
            if (figure.isRange()) {
                double top = values.y(figure.high());
                svg.shape(
                        "rect",
                        "class",
                        "range " + colour(figure),
                        "x",
                        x,
                        "y",
                        top,
                        "width",
                        Math.max(2, end - x),
                        "height",
                        values.y(figure.low()) - top);
            }
            svg.line("hold " + colour(figure) + style(figure), x, y, end, y);
            open(svg, figure, x, y);
            mark(svg, figure, x, y);
            if (figure.struck() && figure.stoodUntil() != null) {
                cross(svg, Math.max(end, x + CROSS), y);
            }
            var text = (figure.letter() + " " + figure.number(values) + " " + figure.series()).strip();
            labels.beside(x, y, 6, text).ifPresent(at -> label(svg, figure, at, text));
        });
    }

    private double end(Figure figure) {
        var until = figure.stoodUntil();
        return until == null ? time.right() : time.x(until);
    }

    private static void label(Svg svg, Figure figure, Labels.Place at, String text) {
        svg.text(
                "value " + colour(figure) + (figure.struck() ? " struck" : figure.again() ? " again" : ""),
                at.x(),
                at.y(),
                "start",
                text);
    }

    private static void mark(Svg svg, Figure figure, double x, double y) {
        if (figure.again()) {
            svg.shape("path", "class", "again", "d", "M" + Svg.number(x) + " " + Svg.number(y - 6) + "l6 6-6 6-6-6z");
        } else if (figure.part()) {
            svg.shape(
                    "rect",
                    "class",
                    "mark part " + colour(figure),
                    "x",
                    x - 3.5,
                    "y",
                    y - 3.5,
                    "width",
                    7,
                    "height",
                    7);
        } else {
            svg.shape("circle", "class", "mark " + colour(figure), "cx", x, "cy", y, "r", 4);
        }
    }

    private static void cross(Svg svg, double x, double y) {
        var at = Svg.number(x - 5) + " " + Svg.number(y - 5);
        svg.shape("path", "class", "cross", "d", "M" + at + "l10 10m0-10l-10 10");
    }

    /** An arrow up for "at least", down for "up to". */
    private static void open(Svg svg, Figure figure, double x, double y) {
        if (figure.low() == null || figure.high() == null) {
            int up = figure.high() == null ? -1 : 1;
            svg.shape(
                    "path",
                    "class",
                    "open " + colour(figure),
                    "d",
                    "M" + Svg.number(x) + " " + Svg.number(y) + "v" + 13 * up + "m-3 " + -3 * up + "l3 " + 3 * up
                            + "l3 " + -3 * up);
        }
    }

    private static String colour(Figure figure) {
        return "v" + (figure.voice() % 6 + 1);
    }

    private static String style(Figure figure) {
        return figure.struck() ? " struck" : figure.again() ? " again" : figure.rumour() ? " rumour" : "";
    }
}
