package dev.tocsin.archive;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The other services' end of the channels. */
final class Broker implements AutoCloseable {
    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    Broker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "max.request.size",
                        4_194_304,
                        // messages of one key follow each other, and garbage must not shrink to nothing
                        "compression.type",
                        "none"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(Channel channel, String key, Object message) {
        sendBytes(channel, key, Json.write(message));
    }

    void sendBytes(Channel channel, @Nullable String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(channel.kafkaTopic(Channel.DEFAULT_PREFIX), key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until that many dead letters fulfil the condition. */
    List<ConsumerRecord<String, byte[]>> deadLetters(int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return messages(Channel.DEAD_LETTERS, count, wanted);
    }

    /** Waits until that many messages without a value stand on a channel for an article. */
    void awaitTombstones(Channel channel, String article, int count) {
        messages(channel, count, m -> article.equals(m.key()) && m.value() == null);
    }

    private List<ConsumerRecord<String, byte[]>> messages(
            Channel channel, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        var config = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(channel.kafkaTopic(Channel.DEFAULT_PREFIX)));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(message)) {
                        found.add(message);
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }

    /** How many messages of a channel the archive has acknowledged. */
    long acknowledged(Channel channel) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin
                    .listConsumerGroupOffsets("tocsin-archive")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(e -> e.getKey().topic().equals(channel.kafkaTopic(Channel.DEFAULT_PREFIX)))
                    .mapToLong(e -> e.getValue() == null ? 0 : e.getValue().offset())
                    .sum();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
