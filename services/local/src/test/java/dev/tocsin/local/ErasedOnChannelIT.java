package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tombstone on a channel as Tocsin makes it, with its seven days shortened. */
class ErasedOnChannelIT {
    private static final String TOPIC = Channel.ARTICLES_CLASSIFIED.kafkaTopic("tocsin");
    private static final ConfigResource CHANNEL = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
    private static final ConfigResource BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");

    @TempDir
    private Path folder;

    @Test
    void takesTheTextsOfAnErasedArticleAway_andNoOthers() throws Exception {
        int[] ports = FreePorts.find(2);
        try (var broker = LocalBroker.start(folder, ports[0], ports[1]);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            LocalChannels.create(broker.bootstrapServers(), "tocsin", 1, (short) 1);
            var made = admin.describeConfigs(List.of(CHANNEL)).all().get().get(CHANNEL);
            assertThat(made.get("cleanup.policy").value()).isEqualTo("compact,delete");
            assertThat(Duration.ofMillis(
                            Long.parseLong(made.get("min.compaction.lag.ms").value())))
                    .isEqualTo(Duration.ofDays(7));
            admin.incrementalAlterConfigs(Map.of(
                            CHANNEL,
                            settings(Map.of(
                                    "min.compaction.lag.ms", "0",
                                    "max.compaction.lag.ms", "100",
                                    "segment.ms", "100")),
                            BROKERS,
                            settings(Map.of("log.cleaner.backoff.ms", "300"))))
                    .all()
                    .get();

            send(producer, "erased", "its words");
            send(producer, "erased", "its words, revised");
            send(producer, "other", "other words");
            send(producer, "erased", null);

            Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                // a segment is closed when something comes after it
                send(producer, "later", "words of today");
                assertThat(values(broker.bootstrapServers()))
                        .contains("other words", "words of today")
                        .noneMatch(words -> words != null && words.startsWith("its words"));
            });
        }
    }

    private static List<AlterConfigOp> settings(Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static void send(KafkaProducer<String, String> producer, String article, @Nullable String value)
            throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, article, value)).get();
    }

    /** Everything that is on the channel now. */
    private static List<@Nullable String> values(String bootstrapServers) {
        var partition = new TopicPartition(TOPIC, 0);
        var values = new ArrayList<@Nullable String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
            }
        }
        return values;
    }
}
