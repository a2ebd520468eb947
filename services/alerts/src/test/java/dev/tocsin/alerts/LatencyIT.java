package dev.tocsin.alerts;

import static dev.tocsin.alerts.story.Articles.article;
import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Channel;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every article of 100 a second rings; how long it took is printed, {@code ./tocsin bench} measures it. */
class LatencyIT {
    private static final int ARTICLES = 1_500;
    private static final int WARM_UP = 500;
    private static final long INTERVAL_NANOS = Duration.ofMillis(10).toNanos();

    @TempDir
    private Path folder;

    @Test
    void ringsForEachArticle_atAHundredASecond() throws Exception {
        int[] ports = FreePorts.find(2);
        try (var broker = LocalBroker.start(folder.resolve("broker"), ports[0], ports[1])) {
            LocalChannels.create(broker.bootstrapServers(), Channel.DEFAULT_PREFIX, 3, (short) 1);
            var settings = Settings.in(folder.resolve("state"));
            try (var streams = new KafkaStreams(settings.topology(), settings.streams(broker.bootstrapServers()));
                    var sorter = settings.sorter(broker.bootstrapServers());
                    var wire = new Wire(broker.bootstrapServers())) {
                streams.start();
                sorter.start();
                await().atMost(Duration.ofSeconds(60)).until(() -> streams.state() == KafkaStreams.State.RUNNING);
                report(run(broker, wire));
            }
        }
    }

    /** Milliseconds from each article's send to the arrival of its alert. */
    private static long[] run(LocalBroker broker, Wire reader) throws InterruptedException {
        var sent = new long[ARTICLES];
        var writer = Thread.ofPlatform().start(() -> {
            try (var wire = new Wire(broker.bootstrapServers())) {
                long next = System.nanoTime();
                for (int i = 0; i < ARTICLES; i++) {
                    LockSupport.parkNanos(next - System.nanoTime());
                    sent[i] = System.nanoTime();
                    var word = Integer.toString(i + 100_000, 36);
                    wire.publish(
                            article("n" + i).titled("Q" + word + " z" + word).saying("X" + word + "."));
                    next += INTERVAL_NANOS;
                }
            }
        });
        Map<String, Long> arrived = new HashMap<>();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    for (var link : reader.freshLinks()) {
                        arrived.putIfAbsent(link, System.nanoTime());
                    }
                    return arrived.size() == ARTICLES;
                });
        writer.join();
        var latencies = new long[ARTICLES - WARM_UP];
        for (int i = WARM_UP; i < ARTICLES; i++) {
            latencies[i - WARM_UP] = (arrived.get("n" + i) - sent[i]) / 1_000_000;
        }
        return latencies;
    }

    private static void report(long[] latencies) {
        Arrays.sort(latencies);
        System.out.printf(
                "alerts: article to alert at 100/s: p50 %d ms, p95 %d ms, p99 %d ms%n",
                latencies[latencies.length / 2],
                latencies[latencies.length * 95 / 100],
                latencies[latencies.length * 99 / 100]);
    }
}
