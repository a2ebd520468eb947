package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code ./tocsin bench polls}: how many feeds a second one ingest asks, first feeds that have not changed, then feeds of
 * twenty whole articles of which one is new each time, then feeds of twenty summaries, where the new one's page is asked
 * for its text, and before the first page its host's robots.txt. All feeds are due all the time; manners are the standard
 * ones.
 */
final class PollBench {
    private static final int FEEDS = 4_000;
    private static final int HOSTS = 2_000;
    private static final int ITEMS = 20;
    private static final long WARM_SECONDS = 25;
    private static final long SECONDS = 20;
    private static final String[] SETTINGS = {
        "tocsin.ingest.concurrent-polls=64",
        "tocsin.ingest.interval.shortest=1s",
        "tocsin.ingest.interval.standard=1s",
        "quarkus.mongodb.max-pool-size=80"
    };

    private PollBench() {}

    static Map<String, Object> run() throws Exception {
        var report = new LinkedHashMap<String, Object>();
        report.put("unchanged", measure("/same/", "notModified"));
        report.put("twentyItemsOneNew", measure("/news/", "answered"));
        report.put("twentySummariesOneNew", measure("/brief/", "answered"));
        return report;
    }

    private static Map<String, Object> measure(String path, String counted) throws Exception {
        System.out.println("polls of " + path);
        try (var stack = PollStack.start(ITEMS, 0)) {
            var ingest = stack.ingest(SETTINGS);
            stack.add(ingest, path, FEEDS, HOSTS, "PT1S");
            System.out.println("warming up");
            while (stack.stats().path("feeds").asInt() < FEEDS) {
                Thread.sleep(500);
            }
            Thread.sleep(WARM_SECONDS * 1_000);
            var begin = stack.stats();
            long nanos = System.nanoTime();
            var cpu = ingest.process().info().totalCpuDuration().orElseThrow();
            Thread.sleep(SECONDS * 1_000);
            double seconds = (System.nanoTime() - nanos) / 1e9;
            var end = stack.stats();
            double polls = more(begin, end, counted);
            var report = new LinkedHashMap<String, Object>();
            report.put("feedsASecond", polls / seconds);
            report.put("pagesASecond", more(begin, end, "pages") / seconds);
            report.put(
                    "cpuMillisecondsAPoll",
                    ingest.process()
                                    .info()
                                    .totalCpuDuration()
                                    .orElseThrow()
                                    .minus(cpu)
                                    .toNanos()
                            / 1e6
                            / polls);
            return report;
        }
    }

    private static double more(JsonNode before, JsonNode after, String counted) {
        return after.path(counted).asDouble() - before.path(counted).asDouble();
    }
}
