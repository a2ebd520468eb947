package dev.tocsin.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Articles from the push to the archive.
 *
 * @param articles pushed and archived; one in {@link #ONE_IN} is of a topic, and rings as a story of its own
 * @param seconds from the first push until the last is in the archive
 */
record Throughput(int articles, double seconds, double articlesPerSecond) {
    static final int ONE_IN = 10;

    private static final int BATCH = 50;
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Often enough for a load of half a minute; each look costs what is being measured. */
    private static final Duration POLL = Duration.ofMillis(200);

    static Throughput push(Api api, Articles source, int count) throws Exception {
        long before = archived(api);
        var batches = IntStream.range(0, count / BATCH)
                .mapToObj(i -> source.mixed(BATCH, ONE_IN))
                .toList();
        long begin = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var pushes = batches.stream()
                    .map(batch -> (Callable<Integer>)
                            () -> api.post("/api/articles", batch).status())
                    .toList();
            for (var push : clients.invokeAll(pushes)) {
                if (push.get() != 202) {
                    throw new IllegalStateException("a push was answered with " + push.get());
                }
            }
        }
        while (archived(api) < before + count) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("archived " + (archived(api) - before) + " of " + count);
            }
            Thread.sleep(POLL);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Throughput(count, seconds, count / seconds);
    }

    private static long archived(Api api) throws Exception {
        return api.get("/api/status").at("/articles").asLong();
    }
}
