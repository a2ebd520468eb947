package dev.tocsin.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas as processes, each with one of two partitions, and a pack that changes while articles flow. */
class ReplicasIT {
    private static final System.Logger LOG = System.getLogger(ReplicasIT.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int PARTITIONS = 2;

    @Test
    void takeANewPack_andNoArticleIsLostOrClassifiedTwice(@TempDir Path folder) throws Exception {
        int[] ports = FreePorts.find(2);
        var replicas = new ArrayList<Process>();
        try (var broker = LocalBroker.start(folder, ports[0], ports[1])) {
            LocalChannels.create(broker.bootstrapServers(), Channel.DEFAULT_PREFIX, PARTITIONS, (short) 1);
            try (var probe = new ChannelProbe(broker.bootstrapServers(), Channel.ARTICLES_CLASSIFIED)) {
                probe.send(Channel.TOPICS, "quakes", Json.write(quakes(1)), Map.of());
                replicas.add(replica(broker.bootstrapServers()));
                replicas.add(replica(broker.bootstrapServers()));
                awaitAPartitionForEach(broker.bootstrapServers());

                int sent;
                Instant changed;
                try (var flow = new Flow(probe)) {
                    awaitVersion(probe, 1);
                    changed = Instant.now();
                    probe.send(Channel.TOPICS, "quakes", Json.write(quakes(2)), Map.of());
                    awaitVersion(probe, 2);
                    sent = flow.stop();
                }
                var classified = probe.await(sent, message -> true);

                assertThat(classified).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
                assertThat(classified).hasSize(sent);
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    var versions = versions(classified, partition);
                    assertThat(versions)
                            .as("partition %d", partition)
                            .isSorted()
                            .containsOnly(1, 2);
                    LOG.log(
                            System.Logger.Level.INFO,
                            "partition={0} newPackInForceAfterMs={1}",
                            partition,
                            String.valueOf(Duration.between(changed, firstOf(classified, partition, 2))
                                    .toMillis()));
                }
            }
        } finally {
            for (var replica : replicas) {
                replica.destroy();
                if (!replica.waitFor(20, TimeUnit.SECONDS)) {
                    replica.destroyForcibly();
                }
            }
        }
    }

    /** Sends an article now and then until it is stopped. */
    private static final class Flow implements AutoCloseable {
        private final java.util.concurrent.ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor();
        private final AtomicInteger sent = new AtomicInteger();

        Flow(ChannelProbe probe) {
            clock.scheduleAtFixedRate(
                    () -> {
                        var id = "tremor-" + sent.incrementAndGet();
                        probe.send(Channel.ARTICLES_DETECTED, id, Json.write(article(id)), Map.of());
                    },
                    0,
                    20,
                    TimeUnit.MILLISECONDS);
        }

        /** Returns how many were sent, of which none is on its way any more. */
        int stop() throws InterruptedException {
            clock.shutdown();
            assertThat(clock.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            return sent.get();
        }

        @Override
        public void close() {
            clock.shutdownNow();
        }
    }

    private static void awaitVersion(ChannelProbe probe, int version) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int wanted = partition;
            probe.await(1, message -> message.partition() == wanted && version(message) == version);
        }
    }

    private static void awaitAPartitionForEach(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                var members = admin.describeConsumerGroups(List.of("tocsin-classify"))
                        .all()
                        .get()
                        .get("tocsin-classify")
                        .members();
                return members.size() == PARTITIONS && members.stream().allMatch(ReplicasIT::hasOnePartition);
            });
        }
    }

    private static boolean hasOnePartition(MemberDescription member) {
        return member.assignment().topicPartitions().size() == 1;
    }

    private static List<Integer> versions(List<ConsumerRecord<String, byte[]>> messages, int partition) {
        return messages.stream()
                .filter(message -> message.partition() == partition)
                .map(ReplicasIT::version)
                .toList();
    }

    private static Instant firstOf(List<ConsumerRecord<String, byte[]>> messages, int partition, int version) {
        return messages.stream()
                .filter(message -> message.partition() == partition && version(message) == version)
                .map(message -> Instant.ofEpochMilli(message.timestamp()))
                .findFirst()
                .orElseThrow();
    }

    /** Of the pack by which the article belongs to the topic. */
    private static int version(ConsumerRecord<String, byte[]> message) {
        try {
            var topics = Json.read(message.value(), ClassifiedArticle.class).topics().stream();
            return topics.filter(hit -> hit.topic().equals("quakes"))
                    .findFirst()
                    .orElseThrow()
                    .version();
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process replica(String bootstrapServers) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
        command.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
                        "QUARKUS_HTTP_PORT", String.valueOf(FreePorts.find(1)[0]),
                        "TOCSIN_CLASSIFY_PACKS", "src/test/resources/packs/right",
                        "TOCSIN_CLASSIFY_ACTORS", "../../actors",
                        "TOCSIN_CLASSIFY_CONCEPTS", "../../concepts"));
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/replicas-it.log")))
                .start();
    }

    private static TopicPack quakes(int version) {
        var signal = new TopicPack.Signal("word", 1, Map.of("en", List.of("tremor")));
        return new TopicPack(
                "quakes", version, Map.of("en", "Quakes"), null, List.of(), 0.5, 1, List.of(signal), List.of(), null);
    }

    private static DetectedArticle article(String id) {
        var fetched = new FetchedArticle(
                id,
                1,
                "https://news.example/" + id,
                null,
                id,
                "A tremor in the valley",
                "",
                null,
                null,
                null,
                Instant.parse("2022-01-06T10:00:00Z"),
                false,
                null,
                new Source("news.example", "An invented source", null, null),
                Origin.UNKNOWN,
                List.of(),
                null);
        return new DetectedArticle(fetched, new DetectedLanguage("en", 0.99, null));
    }
}
