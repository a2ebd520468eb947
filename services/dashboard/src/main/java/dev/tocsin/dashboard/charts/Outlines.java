package dev.tocsin.dashboard.charts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The outlines of the countries, as a <a href="https://github.com/topojson/topojson-specification">TopoJSON</a> file has them:
 * arcs of differences between points on a grid, shared by neighbours.
 *
 * @param rings each one closed, longitude and latitude in turn
 */
public record Outlines(List<Ring> rings) {
    /**
     * One closed line.
     *
     * @param country its English name
     * @param points longitude and latitude in turn
     */
    public record Ring(String country, float[] points) {
        /** Whether a point lies in it, by the rule of even and odd crossings. */
        boolean holds(double lon, double lat) {
            boolean inside = false;
            for (int i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
                boolean crosses = points[i + 1] > lat != points[j + 1] > lat;
                if (crosses
                        && lon
                                < (points[j] - points[i]) * (lat - points[i + 1]) / (points[j + 1] - points[i + 1])
                                        + points[i]) {
                    inside = !inside;
                }
            }
            return inside;
        }
    }

    private record Topology(Transform transform, Layers objects, int[][][] arcs) {}

    private record Transform(double[] scale, double[] translate) {}

    private record Layers(Countries countries) {}

    private record Countries(List<Geometry> geometries) {}

    private record Geometry(String type, JsonNode arcs, JsonNode properties) {}

    /** No outlines: places are drawn on an empty ground. */
    public static Outlines none() {
        return new Outlines(List.of());
    }

    /** Natural Earth's at 1 : 50 million, as world-atlas packs them. */
    public static Outlines ofTheWorld() throws IOException {
        try (var file = Outlines.class.getResourceAsStream("countries-50m.json.gz")) {
            return read(new GZIPInputStream(Objects.requireNonNull(file)));
        }
    }

    /**
     * Reads them.
     *
     * @throws IOException when it is no such file
     */
    public static Outlines read(InputStream json) throws IOException {
        var topology = Json.mapper().readValue(json, Topology.class);
        var arcs = new ArrayList<float[]>();
        for (var arc : topology.arcs()) {
            arcs.add(points(arc, topology.transform()));
        }
        var rings = new ArrayList<Ring>();
        for (var geometry : topology.objects().countries().geometries()) {
            var name = geometry.properties() == null
                    ? ""
                    : geometry.properties().path("name").asText("");
            var polygons = geometry.type().equals("Polygon") ? List.of(geometry.arcs()) : geometry.arcs();
            for (var polygon : polygons) {
                // the first ring is the outer one; lakes and enclaves are drawn by their own countries, or not at all
                rings.add(new Ring(name, joined(polygon.path(0), arcs)));
            }
        }
        return new Outlines(List.copyOf(rings));
    }

    private static float[] points(int[][] arc, Transform transform) {
        var points = new float[arc.length * 2];
        long x = 0;
        long y = 0;
        for (int i = 0; i < arc.length; i++) {
            x += arc[i][0];
            y += arc[i][1];
            points[2 * i] = (float) (x * transform.scale()[0] + transform.translate()[0]);
            points[2 * i + 1] = (float) (y * transform.scale()[1] + transform.translate()[1]);
        }
        return points;
    }

    /** A negative number means the arc backwards; the last point of each is the first of the next. */
    private static float[] joined(JsonNode numbers, List<float[]> arcs) {
        int length = 0;
        for (var number : numbers) {
            length += arcs.get(index(number.asInt())).length;
        }
        var ring = new float[length];
        int at = 0;
        for (var number : numbers) {
            var arc = arcs.get(index(number.asInt()));
            for (int i = 0; i < arc.length; i += 2) {
                int from = number.asInt() < 0 ? arc.length - 2 - i : i;
                ring[at++] = arc[from];
                ring[at++] = arc[from + 1];
            }
        }
        return ring;
    }

    private static int index(int number) {
        return number < 0 ? ~number : number;
    }
}
