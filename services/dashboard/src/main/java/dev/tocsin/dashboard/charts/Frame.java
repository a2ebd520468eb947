package dev.tocsin.dashboard.charts;

import java.util.Arrays;
import java.util.List;

/**
 * The part of the world that a map shows, laid flat: degrees of longitude as long as they are at its middle, so that what is
 * near together keeps its shape (equirectangular projection with the middle as its standard parallel).
 */
final class Frame {
    private static final double LEAST_SPAN = 9;
    private static final double MARGIN = 0.45;
    private static final double POLE = 90;
    /** Points nearer to the one before add nothing to see. */
    private static final double VISIBLE = 0.8;

    private final double west;
    private final double north;
    private final double squeeze;
    private final double scale;
    private final double width;
    private final double height;

    /** A frame around points, longitude and latitude each. */
    Frame(List<double[]> points, double width, double height) {
        this.width = width;
        this.height = height;
        var lons = points.stream().mapToDouble(p -> p[0]).summaryStatistics();
        var lats = points.stream().mapToDouble(p -> p[1]).summaryStatistics();
        double centre = (lats.getMin() + lats.getMax()) / 2;
        double middle = Math.clamp(centre, -70, 70);
        squeeze = Math.cos(Math.toRadians(middle));
        double across = Math.max((lons.getMax() - lons.getMin()) * squeeze * (1 + MARGIN), LEAST_SPAN * width / height);
        double down = Math.max((lats.getMax() - lats.getMin()) * (1 + MARGIN), LEAST_SPAN);
        scale = Math.min(width / Math.min(across, 360 * squeeze), height / Math.min(down, 2 * POLE));
        west = (lons.getMin() + lons.getMax()) / 2 - width / scale / squeeze / 2;
        double tall = height / scale;
        north = Math.min(POLE, Math.max(centre + tall / 2, tall - POLE));
    }

    double x(double lon) {
        return (lon - west) * squeeze * scale;
    }

    double y(double lat) {
        return (north - lat) * scale;
    }

    /** What of a ring lies in the frame, as x and y in turn; empty where nothing does. */
    double[] clip(float[] ring) {
        var points = new double[ring.length];
        int count = 0;
        for (int i = 0; i < ring.length; i += 2) {
            double x = x(ring[i]);
            double y = y(ring[i + 1]);
            boolean last = i == ring.length - 2;
            if (count == 0 || last || Math.hypot(x - points[count - 2], y - points[count - 1]) >= VISIBLE) {
                points[count++] = x;
                points[count++] = y;
            }
        }
        var clipped = Arrays.copyOf(points, count);
        clipped = cut(clipped, 0, -1, true);
        clipped = cut(clipped, 0, width + 1, false);
        clipped = cut(clipped, 1, -1, true);
        return cut(clipped, 1, height + 1, false);
    }

    /** Sutherland and Hodgman's cut at one edge: what lies above ({@code x} or {@code y} at least) or below a border. */
    private static double[] cut(double[] points, int axis, double border, boolean above) {
        var kept = new double[points.length * 2 + 4];
        int count = 0;
        for (int i = 0; i < points.length; i += 2) {
            int j = i == 0 ? points.length - 2 : i - 2;
            boolean in = above == points[i + axis] >= border;
            boolean before = above == points[j + axis] >= border;
            if (in != before) {
                double share = (border - points[j + axis]) / (points[i + axis] - points[j + axis]);
                kept[count++] = points[j] + share * (points[i] - points[j]);
                kept[count++] = points[j + 1] + share * (points[i + 1] - points[j + 1]);
            }
            if (in) {
                kept[count++] = points[i];
                kept[count++] = points[i + 1];
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
