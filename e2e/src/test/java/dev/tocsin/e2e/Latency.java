package dev.tocsin.e2e;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Milliseconds from the moment a client begins its push until another client has the alert from the channel, at a
 * steady rate of pushes, of which articles one in {@link Throughput#ONE_IN} rings.
 *
 * @param medianByStage milliseconds of the way's parts, by the times that the alert carries
 */
record Latency(
        int articlesPerSecond,
        int articlesAPush,
        int alerts,
        double p50,
        double p95,
        double p99,
        double max,
        Map<String, Double> medianByStage) {
    private static final int SECONDS = 60;
    /**
     * Before anything is measured, at half the rate: compilers take a third of this machine for the first minutes of a load
     * (JFR), and what they have not compiled costs several times as much.
     */
    private static final int WARM_SECONDS = 240;

    private static final String CHANNEL = "tocsin.alerts.v1";

    /**
     * @param rate articles a second
     * @param batch articles a push, at least 1
     */
    static Latency measure(RunningTocsin tocsin, Articles source, int rate, int batch) throws Exception {
        var pushed = new ConcurrentHashMap<String, Push>();
        var refusals = new ConcurrentLinkedQueue<String>();
        var latencies = new ArrayList<Double>();
        var stages = new TreeMap<String, List<Double>>();
        try (var consumer = atTheEnd(tocsin.run().broker());
                var clock = Executors.newSingleThreadScheduledExecutor();
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var articles = source.mixed(rate / 2 * WARM_SECONDS + rate * SECONDS, Throughput.ONE_IN);
            var rest = IntStream.range(0, articles.size() / batch)
                    .mapToObj(i -> articles.subList(i * batch, (i + 1) * batch))
                    .iterator();
            Runnable next = () -> {
                if (rest.hasNext()) {
                    var articlesOfPush = rest.next();
                    clients.submit(() -> push(tocsin.api(), articlesOfPush, pushed, refusals));
                }
            };
            long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
            var warming = clock.scheduleAtFixedRate(next, 0, 2_000_000L * batch / rate, TimeUnit.MICROSECONDS);
            listen(consumer, warm, pushed, warm, latencies, stages);
            warming.cancel(false);
            var pushing = clock.scheduleAtFixedRate(next, 0, 1_000_000L * batch / rate, TimeUnit.MICROSECONDS);
            listen(consumer, warm + TimeUnit.SECONDS.toNanos(SECONDS + 10), pushed, warm, latencies, stages);
            pushing.cancel(false);
        }
        if (!refusals.isEmpty() || latencies.isEmpty()) {
            throw new IllegalStateException(
                    latencies.size() + " alerts came for the articles that were pushed, of which "
                            + refusals.size() + " were refused, first with: " + refusals.peek()
                            + "; look at the lag of alerts, and at the logs");
        }
        latencies.sort(null);
        return new Latency(
                rate,
                batch,
                latencies.size(),
                percentile(latencies, 0.50),
                percentile(latencies, 0.95),
                percentile(latencies, 0.99),
                latencies.getLast(),
                medians(stages));
    }

    /** When a client began to push an article, on both clocks. */
    private record Push(long nanos, Instant at) {
        static Push now() {
            return new Push(System.nanoTime(), Instant.now());
        }
    }

    private static Map<String, Double> medians(Map<String, List<Double>> stages) {
        var medians = new TreeMap<String, Double>();
        stages.forEach((stage, each) -> {
            each.sort(null);
            medians.put(stage, percentile(each, 0.50));
        });
        return medians;
    }

    private static void listen(
            KafkaConsumer<byte[], byte[]> consumer,
            long until,
            Map<String, Push> pushed,
            long warm,
            List<Double> latencies,
            Map<String, List<Double>> stages)
            throws Exception {
        while (System.nanoTime() < until) {
            for (var alert : consumer.poll(Duration.ofMillis(20))) {
                collect(Json.read(alert.value(), Alert.class), pushed, warm, latencies, stages);
            }
        }
    }

    private static void push(
            Api api, List<Map<String, Object>> articles, Map<String, Push> pushed, Queue<String> refusals) {
        articles.forEach(article -> pushed.put((String) article.get("url"), Push.now()));
        try {
            var answer = api.post("/api/articles", articles.size() == 1 ? articles.getFirst() : articles);
            if (answer.status() != 202) {
                refusals.add(answer.status() + " " + answer.body());
            }
        } catch (IOException e) {
            refusals.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void collect(
            Alert alert,
            Map<String, Push> pushed,
            long warm,
            List<Double> latencies,
            Map<String, List<Double>> stages) {
        var now = Push.now();
        for (var link : alert.links()) {
            // the first alert that tells of an article; a story's later revisions tell of it again
            var begin = link.url() == null ? null : pushed.remove(link.url());
            if (begin != null && begin.nanos() - warm > 0) {
                latencies.add((now.nanos() - begin.nanos()) / 1e6);
                var times = alert.times();
                stages.computeIfAbsent("1 to ingest", s -> new ArrayList<>()).add(between(begin.at(), times.fetched()));
                stages.computeIfAbsent("2 to classify", s -> new ArrayList<>())
                        .add(between(times.fetched(), times.classified()));
                stages.computeIfAbsent("3 to alerts", s -> new ArrayList<>())
                        .add(between(times.classified(), times.alerted()));
                stages.computeIfAbsent("4 to whoever listens", s -> new ArrayList<>())
                        .add(between(times.alerted(), now.at()));
            }
        }
    }

    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static KafkaConsumer<byte[], byte[]> atTheEnd(String broker) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(CHANNEL).stream()
                .map(p -> new TopicPartition(CHANNEL, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
