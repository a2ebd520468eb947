package dev.tocsin.dashboard.charts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happened to a story on one axis: a lane for each sort of event, in it a mark for each, stacked where they are dense. */
public final class TimelineChart {
    /** How wide a stack is, and how far apart its marks lie. */
    private static final double STEP = 8;

    /** The same of marks with numbers. */
    private static final double NUMBERED_STEP = 16;

    private static final double HIGHEST_STACK = 56;
    private static final double BOTTOM = 22;
    private static final double LABELS = 78;
    /** Below this width a lane's name stands above it. */
    private static final double NARROW = 500;

    private static final int LONGEST_NUMBER = 3;

    /**
     * An event.
     *
     * @param mark how it is drawn: a class of the style sheet, such as {@code original}, {@code struck} or {@code cancel}
     * @param number written into the mark; empty for a plain one
     * @param title for people, all of it
     */
    public record Event(Instant at, String mark, String number, String title, String href) {}

    /** Events of one sort. */
    public record Lane(String name, List<Event> events) {}

    private TimelineChart() {}

    public static String draw(List<Lane> lanes, Instant first, Instant last, double width, Locale locale) {
        boolean narrow = width < NARROW;
        var time = new TimeAxis(first, last, narrow ? 8 : LABELS, width - 10, locale);
        var stacks = lanes.stream().map(lane -> stacks(lane, time)).toList();
        double height = BOTTOM + 6;
        var tops = new ArrayList<Double>();
        for (var stack : stacks) {
            tops.add(height - BOTTOM + (narrow ? 16 : 0));
            height += (narrow ? 16 : 0) + stack.height();
        }
        var svg = new Svg("timeline-chart", width, height);
        time.draw(svg, 0, height - BOTTOM);
        for (int i = 0; i < lanes.size(); i++) {
            double bottom = tops.get(i) + stacks.get(i).height() - 8;
            svg.text(
                    "lane",
                    narrow ? 8 : LABELS - 12,
                    narrow ? tops.get(i) - 4 : bottom,
                    narrow ? "start" : "end",
                    lanes.get(i).name());
            lane(svg, stacks.get(i), bottom);
        }
        return svg.close();
    }

    /**
     * The events of a lane where they stand.
     *
     * @param step how far apart they lie
     */
    private record Stacks(double step, Map<Long, List<Event>> at) {
        int most() {
            return (int) (HIGHEST_STACK / step);
        }

        double height() {
            int highest = at.values().stream().mapToInt(List::size).max().orElse(1);
            return step * Math.min(highest, most()) + 16;
        }
    }

    private static Stacks stacks(Lane lane, TimeAxis time) {
        boolean numbered = lane.events().stream().anyMatch(e -> !e.number().isEmpty());
        double step = numbered ? NUMBERED_STEP : STEP;
        return new Stacks(
                step,
                lane.events().stream()
                        .sorted(Comparator.comparing(Event::at))
                        .collect(Collectors.groupingBy(
                                e -> Math.round(time.x(e.at()) / step) * (long) step,
                                TreeMap::new,
                                Collectors.toList())));
    }

    private static void lane(Svg svg, Stacks stacks, double bottom) {
        stacks.at().forEach((x, events) -> {
            int shown = events.size() > stacks.most() ? stacks.most() - 1 : events.size();
            for (int i = 0; i < shown; i++) {
                event(svg, events.get(i), x, bottom - stacks.step() * i - 4);
            }
            if (shown < events.size()) {
                svg.text("more", x, bottom - stacks.step() * shown, "middle", "+" + (events.size() - shown));
            }
        });
    }

    private static void event(Svg svg, Event event, double x, double y) {
        svg.link(event.href(), event.title(), () -> {
            boolean numbered = !event.number().isEmpty() && event.number().length() <= LONGEST_NUMBER;
            if (numbered) {
                svg.shape(
                        "rect",
                        "class",
                        "flag " + event.mark(),
                        "x",
                        x - 7.5,
                        "y",
                        y - 7,
                        "width",
                        15,
                        "height",
                        14,
                        "rx",
                        3);
                svg.text("number", x, y + 4, "middle", event.number());
            } else if (event.mark().equals("struck")) {
                svg.shape(
                        "path",
                        "class",
                        "cross",
                        "d",
                        "M" + Svg.number(x - 3) + " " + Svg.number(y - 3) + "l6 6m0-6l-6 6");
            } else {
                svg.shape("circle", "class", "dot " + event.mark(), "cx", x, "cy", y, "r", 3.2);
            }
        });
    }
}
