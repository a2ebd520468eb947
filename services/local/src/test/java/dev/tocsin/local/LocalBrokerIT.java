package dev.tocsin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    @TempDir
    private Path folder;

    @Test
    void keepsChannelsAndMessages_overARestart_whateverClockTheyWereToldBy() throws Exception {
        long ahead = System.currentTimeMillis() + Duration.ofDays(2).toMillis();
        int[] ports = FreePorts.find(2);
        var topic = Channel.ALERTS.kafkaTopic("tocsin");
        try (var broker = LocalBroker.start(folder, ports[0], ports[1])) {
            LocalChannels.create(broker.bootstrapServers(), "tocsin", 2, (short) 1);
            LocalChannels.create(broker.bootstrapServers(), "tocsin", 2, (short) 1);
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(topic, 0, ahead, null, "rings".getBytes(UTF_8)))
                        .get();
            }
        }
        try (var broker = LocalBroker.start(folder, ports[0], ports[1]);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            assertThat(consumer.poll(Duration.ofSeconds(20))).singleElement().satisfies(r -> assertThat(r.value())
                    .isEqualTo("rings".getBytes(UTF_8)));
        }
    }

    @Test
    void readsTheLastMessagesAgain_afterARewind() throws Exception {
        int[] ports = FreePorts.find(2);
        var archive = Rewind.GROUPS.getFirst();
        var many = new TopicPartition(Channel.ALERTS.kafkaTopic("tocsin"), 0);
        var few = new TopicPartition(Channel.STORIES.kafkaTopic("tocsin"), 1);
        try (var broker = LocalBroker.start(folder, ports[0], ports[1]);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            LocalChannels.create(broker.bootstrapServers(), "tocsin", 2, (short) 1);
            Rewind.groups(broker.bootstrapServers());
            admin.alterConsumerGroupOffsets(
                            archive,
                            Map.of(
                                    many, new OffsetAndMetadata(Rewind.MESSAGES + 500),
                                    few, new OffsetAndMetadata(7)))
                    .all()
                    .get();

            try (var killed = new KafkaConsumer<>(
                    Map.<String, Object>of(
                            "bootstrap.servers",
                            broker.bootstrapServers(),
                            "group.id",
                            archive,
                            "enable.auto.commit",
                            false),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                killed.subscribe(List.of(many.topic()));
                killed.poll(Duration.ofSeconds(20));

                Rewind.groups(broker.bootstrapServers());
            }

            var offsets = admin.listConsumerGroupOffsets(archive)
                    .partitionsToOffsetAndMetadata()
                    .get();
            assertThat(offsets.get(many).offset()).isEqualTo(500);
            assertThat(offsets.get(few).offset()).isZero();
        }
    }
}
