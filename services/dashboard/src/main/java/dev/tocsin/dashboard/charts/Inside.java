package dev.tocsin.dashboard.charts;

/** Where a name belongs in an outline: well inside of it, which the middle of a bent or cut one need not be. */
final class Inside {
    /** So many places are tried in each direction. */
    private static final int TRIES = 14;

    private Inside() {}

    /** Of a grid of points that of those inside which lies furthest from the outline; x and y in turn. */
    static double[] of(double[] ring) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < ring.length; i += 2) {
            left = Math.min(left, ring[i]);
            right = Math.max(right, ring[i]);
            top = Math.min(top, ring[i + 1]);
            bottom = Math.max(bottom, ring[i + 1]);
        }
        var best = new double[] {(left + right) / 2, (top + bottom) / 2};
        double furthest = 0;
        for (int i = 1; i < TRIES; i++) {
            for (int j = 1; j < TRIES; j++) {
                double x = left + (right - left) * i / TRIES;
                double y = top + (bottom - top) * j / TRIES;
                double room = room(ring, x, y);
                if (room > furthest) {
                    furthest = room;
                    best = new double[] {x, y};
                }
            }
        }
        return best;
    }

    /** How far a point is from the outline; 0 for one outside, by the rule of even and odd crossings. */
    private static double room(double[] ring, double x, double y) {
        boolean inside = false;
        double nearest = Double.MAX_VALUE;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            double ax = ring[i];
            double ay = ring[i + 1];
            double bx = ring[j];
            double by = ring[j + 1];
            if (ay > y != by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
                inside = !inside;
            }
            nearest = Math.min(nearest, distance(x, y, ax, ay, bx, by));
        }
        return inside ? nearest : 0;
    }

    private static double distance(double x, double y, double ax, double ay, double bx, double by) {
        double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
        double share = length == 0 ? 0 : Math.clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1);
        return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
    }
}
