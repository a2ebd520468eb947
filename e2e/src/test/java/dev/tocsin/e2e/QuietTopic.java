package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A topic that gets an article every few seconds, each of which rings, whatever else goes on: how long that takes. */
final class QuietTopic implements AutoCloseable {
    private static final String PACK =
            """
            id: lighthouses
            version: 1
            name: {en: Lighthouses}
            threshold: 0.6
            titleBoost: 1.5
            signals:
              - id: lighthouse
                weight: 1
                terms: {en: ['lighthouse*']}
            """;

    private static final Duration EVERY = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningTocsin tocsin;
    private final Articles articles = new Articles("quiet", 7);
    private final Map<String, Long> pushed = new ConcurrentHashMap<>();
    private final List<Double> seconds = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final KafkaConsumer<byte[], byte[]> alerts;

    private QuietTopic(RunningTocsin tocsin) {
        this.tocsin = tocsin;
        this.alerts = Latency.atTheEnd(tocsin.run().broker());
    }

    /** Returns when its articles ring. */
    static QuietTopic watch(RunningTocsin tocsin) throws Exception {
        var answer = tocsin.api().put("/api/topics/lighthouses", PACK);
        if (answer.status() != 200) {
            throw new IllegalStateException("the pack was refused: " + answer.body());
        }
        var topic = new QuietTopic(tocsin);
        topic.clock.scheduleWithFixedDelay(topic::listen, 0, 1, TimeUnit.MILLISECONDS);
        topic.clock.scheduleAtFixedRate(topic::push, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        await("an article of the quiet topic rings").atMost(PATIENCE).until(() -> !topic.latencies()
                .isEmpty());
        // what came before the pack did
        topic.pushed.clear();
        return topic;
    }

    private void push() {
        var article = articles.nextWithoutTopic();
        article.put("title", "Lighthouse: " + article.get("title"));
        article.put("text", "The lighthouse has gone dark. " + article.get("text"));
        pushed.put((String) article.get("url"), System.nanoTime());
        try {
            if (tocsin.api().post("/api/articles", article).status() == 202) {
                return;
            }
        } catch (IOException e) {
            // told with those that were refused
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println("an article of the quiet topic was refused");
        pushed.remove((String) article.get("url"));
    }

    private void listen() {
        for (var message : alerts.poll(Duration.ofMillis(100))) {
            try {
                for (var link : Json.read(message.value(), Alert.class).links()) {
                    var begin = link.url() == null ? null : pushed.remove(link.url());
                    if (begin != null) {
                        took((System.nanoTime() - begin) / 1e9);
                    }
                }
            } catch (UnreadableMessageException e) {
                throw new IllegalStateException("an alert that nobody can read", e);
            }
        }
    }

    private synchronized void took(double time) {
        seconds.add(time);
    }

    /** Seconds from a push to its alert, since this was asked last. */
    synchronized Map<String, Object> latencies() {
        if (seconds.isEmpty()) {
            return Map.of();
        }
        var sorted = seconds.stream().sorted().toList();
        seconds.clear();
        return Map.of(
                "alerts", sorted.size(),
                "secondsP50", Latency.percentile(sorted, 0.5),
                "secondsMost", sorted.getLast());
    }

    /** How many pushed articles have not rung. */
    int missing() {
        return pushed.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clock.close();
        alerts.close();
    }
}
