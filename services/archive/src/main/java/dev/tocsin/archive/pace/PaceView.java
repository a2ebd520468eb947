package dev.tocsin.archive.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pace as {@code GET /status/pace} tells it.
 *
 * @param from the beginning of the first minute
 * @param window minutes over which the stages are told, the last ones
 * @param throughput messages archived in each minute
 * @param stages milliseconds
 */
public record PaceView(Instant from, int window, List<Series> throughput, List<Took> stages) {
    /** Minutes that are counted, this one included. */
    public static final int MINUTES = 60;

    private static final List<String> CHANNELS =
            List.of("articles-classified", "stories", "alerts", "verdicts", "dead-letters");

    /** @param counts one for each minute, the present one last */
    public record Series(String channel, List<Long> counts) {}

    /** @param count articles, or alerts, that were measured; the rest is 0 where there was none */
    public record Took(String from, String to, long count, long p50, long p95, long p99) {}

    /** The first minute that is told at that time. */
    public static Instant first(Instant now) {
        return now.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1L));
    }

    /**
     * Tells it.
     *
     * @param counted by minute and path, as {@link Minutes} made them
     * @param window 1 to {@link #MINUTES}
     */
    public static PaceView of(Instant now, int window, Map<Instant, Map<String, Long>> counted) {
        var from = first(now);
        var series = new ArrayList<Series>();
        for (var channel : CHANNELS) {
            var counts = new ArrayList<Long>();
            for (int i = 0; i < MINUTES; i++) {
                var minute = counted.getOrDefault(from.plus(Duration.ofMinutes(i)), Map.of());
                counts.add(minute.getOrDefault(Minutes.COUNT + channel, 0L));
            }
            series.add(new Series(channel, counts));
        }
        var stages = new ArrayList<Took>();
        for (var stage : Stage.values()) {
            stages.add(took(stage, sketch(stage, from.plus(Duration.ofMinutes((long) MINUTES - window)), counted)));
        }
        return new PaceView(from, window, series, stages);
    }

    private static Took took(Stage stage, Sketch sketch) {
        return new Took(
                stage.from(),
                stage.to(),
                sketch.count(),
                sketch.quantile(0.5),
                sketch.quantile(0.95),
                sketch.quantile(0.99));
    }

    private static Sketch sketch(Stage stage, Instant since, Map<Instant, Map<String, Long>> counted) {
        var sketch = new Sketch();
        var path = Minutes.SPAN + stage.word() + ".";
        counted.forEach((minute, counts) -> {
            if (!minute.isBefore(since)) {
                counts.forEach((name, count) -> {
                    if (name.startsWith(path)) {
                        sketch.add(Integer.parseInt(name.substring(path.length())), count);
                    }
                });
            }
        });
        return sketch;
    }
}
