package dev.tocsin.e2e;

import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the broker alone does with the same messages: acks=all, zstd, one producer, then one consumer. */
record RawBroker(int messages, int bytesEach, double producedPerSecond, double consumedPerSecond) {
    private static final int MESSAGES = 50_000;
    private static final String CHANNEL = "bench-raw";

    static RawBroker measure(String broker) throws Exception {
        var bodies =
                new Articles("raw", 4).next(1_000).stream().map(Json::write).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(CHANNEL, 1, (short) 1)))
                    .all()
                    .get();
        }
        long begin = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker, "acks", "all", "compression.type", "zstd", "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < MESSAGES; i++) {
                producer.send(new ProducerRecord<>(CHANNEL, bodies.get(i % bodies.size())));
            }
            producer.flush();
        }
        double produced = MESSAGES / ((System.nanoTime() - begin) / 1e9);
        begin = System.nanoTime();
        int consumed = 0;
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(CHANNEL, 0)));
            while (consumed < MESSAGES) {
                consumed += consumer.poll(Duration.ofSeconds(5)).count();
            }
        }
        double rate = MESSAGES / ((System.nanoTime() - begin) / 1e9);
        return new RawBroker(MESSAGES, bodies.getFirst().length, produced, rate);
    }
}
