package dev.tocsin.e2e;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * {@code ./tocsin bench replicas}: 10,000 feeds that two replicas share, each with a new item a minute. One replica is
 * killed with SIGKILL in the middle. Then no feed may have been asked twice in its interval, every feed must have been
 * asked on, and every item that any feed ever had must be on the channel.
 */
final class ReplicaBench {
    private static final int FEEDS = 10_000;
    private static final int HOSTS = 2_000;
    private static final int ITEMS = 4;
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(15);
    /** Clocks tick in milliseconds, and a poll begins a little after its claim. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private static final String[] SETTINGS = {
        "tocsin.ingest.concurrent-polls=48",
        "tocsin.ingest.lease=" + LEASE.toSeconds() + "s",
        "quarkus.mongodb.max-pool-size=60"
    };

    private ReplicaBench() {}

    static Map<String, Object> run() throws Exception {
        var report = new LinkedHashMap<String, Object>();
        try (var stack = PollStack.start(ITEMS, INTERVAL.minus(TOLERANCE).toMillis())) {
            var survivor = stack.ingest(SETTINGS);
            var victim = stack.ingest(SETTINGS);
            System.out.println("adding " + FEEDS + " feeds");
            stack.add(survivor, "/news/", FEEDS, HOSTS, INTERVAL.toString());
            while (stack.stats().path("feeds").asInt() < FEEDS) {
                Thread.sleep(500);
            }
            System.out.println("both at work");
            Thread.sleep(INTERVAL.multipliedBy(2).toMillis());
            System.out.println("one is killed");
            victim.process().destroyForcibly().waitFor();
            Thread.sleep(INTERVAL.multipliedBy(2).plus(LEASE).toMillis());
            stack.freeze();
            // once more each, with what came last
            Thread.sleep(INTERVAL.multipliedBy(2).toMillis());
            var stats = stack.stats();
            report.put("feeds", stats.path("feeds").asInt());
            report.put("polls", stats.path("answered").asLong());
            report.put("feedsAskedTwiceInTheirInterval", stats.path("twice").asLong());
            report.put(
                    "longestBetweenTwoPollsSeconds",
                    stats.path("longestBetween").asLong() / 1_000.0);
            report.put("itemsGiven", stats.path("items").asLong());
            var published = published(stack.bootstrapServers());
            report.put("itemsPublished", (long) published.size());
            report.put(
                    "itemsPublishedMoreThanOnce",
                    published.values().stream().filter(times -> times > 1).count());
            report.put("itemsLost", stats.path("items").asLong() - published.size());
        }
        return report;
    }

    /** How often each item stands on the channel, by feed and guid. */
    private static Map<String, Integer> published(String broker) throws Exception {
        var times = new HashMap<String, Integer>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var channel = Channel.ARTICLES_FETCHED.kafkaTopic(Channel.DEFAULT_PREFIX);
            var partitions = consumer.partitionsFor(channel).stream()
                    .map(p -> new TopicPartition(channel, p.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var open = new HashSet<>(partitions);
            while (!open.isEmpty()) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    var article = Json.mapper().readTree(message.value());
                    times.merge(article.path("externalId").asText(), 1, Integer::sum);
                }
                open.removeIf(p -> consumer.position(p) >= ends.get(p));
            }
        }
        return times;
    }
}
