package dev.tocsin.dashboard.charts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The places of a story on outlines of the countries: the larger a dot, the more articles name it. */
public final class PlaceMap {
    private static final double SMALLEST = 3.5;
    private static final double LARGEST = 9;
    /** A country is named where this much of it is in sight, in square units. */
    private static final double LARGE = 2_500;

    private PlaceMap() {}

    /**
     * A place.
     *
     * @param articles how many name it
     * @param title for people, all of it
     */
    public record Dot(String name, double lat, double lon, int articles, String title, String href) {}

    /** @param called what the reader calls a country, by its English name */
    public static String draw(
            List<Dot> dots, Outlines outlines, double width, double height, UnaryOperator<String> called) {
        var frame = new Frame(
                dots.stream().map(d -> new double[] {d.lon(), d.lat()}).toList(), width, height);
        var svg = new Svg("map", width, height);
        svg.shape("rect", "class", "sea", "width", width, "height", height);
        var labels = new Labels(0, width, 0, height);
        var names = lands(svg, dots, outlines, frame);
        var sorted = dots.stream()
                .sorted(Comparator.comparingInt(Dot::articles).reversed())
                .toList();
        int most = Math.max(1, sorted.getFirst().articles());
        for (var dot : sorted) {
            double r = radius(dot, most);
            labels.take(frame.x(dot.lon()) - r, frame.y(dot.lat()) - r, frame.x(dot.lon()) + r, frame.y(dot.lat()) + r);
        }
        for (var dot : sorted.reversed()) {
            svg.link(
                    dot.href(),
                    dot.title(),
                    () -> svg.shape(
                            "circle",
                            "class",
                            "place",
                            "cx",
                            frame.x(dot.lon()),
                            "cy",
                            frame.y(dot.lat()),
                            "r",
                            radius(dot, most)));
        }
        for (var dot : sorted) {
            labels.beside(frame.x(dot.lon()), frame.y(dot.lat()), radius(dot, most) + 2, dot.name())
                    .ifPresent(at -> svg.text("name", at.x(), at.y(), "start", dot.name()));
        }
        names.forEach((country, middle) -> labels.over(middle[0], middle[1], called.apply(country))
                .ifPresent(at -> svg.text("country", at.x(), at.y(), "start", called.apply(country))));
        return svg.close();
    }

    private static double radius(Dot dot, int most) {
        return SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((double) dot.articles() / most);
    }

    /** Draws what is in sight, and answers where the names of the large ones belong. */
    private static Map<String, double[]> lands(Svg svg, List<Dot> dots, Outlines outlines, Frame frame) {
        var names = new HashMap<String, double[]>();
        var sizes = new HashMap<String, Double>();
        for (var ring : outlines.rings()) {
            var points = frame.clip(ring.points());
            if (points.length < 6) {
                continue;
            }
            boolean named = dots.stream().anyMatch(d -> ring.holds(d.lon(), d.lat()));
            svg.shape("path", "class", named ? "land named" : "land", "d", path(points));
            double size = area(points);
            if (size > LARGE && size > sizes.getOrDefault(ring.country(), 0.0)) {
                sizes.put(ring.country(), size);
                names.put(ring.country(), Inside.of(points));
            }
        }
        return names;
    }

    private static String path(double[] points) {
        var path = new StringBuilder(points.length * 6);
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(Svg.number(points[i]))
                    .append(' ')
                    .append(Svg.number(points[i + 1]));
        }
        return path.append('z').toString();
    }

    private static double area(double[] points) {
        double twice = 0;
        for (int i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
            twice += points[j] * points[i + 1] - points[i] * points[j + 1];
        }
        return Math.abs(twice) / 2;
    }
}
