package dev.tocsin.dashboard.charts;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts figures on a height, from zero: a figure twice as large stands twice as high. */
final class ValueAxis {
    private static final int MARKS = 4;
    private static final double MILLION = 1_000_000;

    private final Locale locale;
    private final double top;
    private final double bottom;
    private final double most;
    private final double step;

    ValueAxis(double largest, double top, double bottom, Locale locale) {
        this.locale = locale;
        this.top = top;
        this.bottom = bottom;
        this.step = round(Math.max(1, largest) / MARKS);
        this.most = Math.max(Math.ceil(largest / step), 1) * step;
    }

    double y(double value) {
        return bottom - Math.clamp(value / most, 0, 1) * (bottom - top);
    }

    /** The values that have a mark, zero first. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int i = 0; i * step <= most; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    void draw(Svg svg, double left, double right) {
        svg.group("axis", () -> {
            for (double value : ticks()) {
                svg.line("grid", left, y(value), right, y(value));
                svg.text("tick", left - 6, y(value) + 4, "end", label(value));
            }
        });
    }

    /** A figure as the reader writes it, whole or in millions. */
    String label(double value) {
        if (value < MILLION) {
            return NumberFormat.getIntegerInstance(locale).format(value);
        }
        var millions = NumberFormat.getNumberInstance(locale);
        millions.setMaximumFractionDigits(1);
        return millions.format(value / MILLION) + "m";
    }

    /** The next of 1, 2, 5, 10, 20, 50 ...; never below 1, because what is counted is whole. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double lead = value / power;
        return Math.max(1, (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power);
    }
}
