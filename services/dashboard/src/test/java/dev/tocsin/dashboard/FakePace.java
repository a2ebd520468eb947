package dev.tocsin.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the archive tells of the pace of an hour. */
final class FakePace {
    private FakePace() {}

    /** @param busy whether any article came */
    static Map<String, Object> of(boolean busy) {
        return Map.of(
                "from",
                Instant.now().minusSeconds(3_600).toString(),
                "window",
                15,
                "throughput",
                List.of(series("articles-classified", busy ? 90 : 0), series("stories", 12), series("dead-letters", 0)),
                "stages",
                List.of(
                        took("published", "fetched", busy, 91_000, 900_000, 2_570_400_000L),
                        took("fetched", "classified", busy, 38, 120, 410),
                        took("classified", "archived", busy, 12, 44, 2_300),
                        took("classified", "alerted", busy, 61, 240, 880),
                        took("fetched", "alerted", busy, 105, 361, 1_290)));
    }

    private static Map<String, Object> series(String channel, int height) {
        var counts = IntStream.range(0, 60)
                .mapToObj(i -> Math.round(height * (1 + Math.sin(i / 6.0)) / 2))
                .toList();
        return Map.of("channel", channel, "counts", counts);
    }

    private static Map<String, Object> took(String from, String to, boolean busy, long p50, long p95, long p99) {
        return busy
                ? Map.of("from", from, "to", to, "count", 4_321, "p50", p50, "p95", p95, "p99", p99)
                : Map.of("from", from, "to", to, "count", 0, "p50", 0, "p95", 0, "p99", 0);
    }
}
