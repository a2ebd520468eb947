package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.DeadLetter;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the message of a dead letter back onto its channel exactly as it came, headers and partition included, read where it
 * still stands. Where it stands no more, key and value are the letter's, and only its headers are lost.
 */
@Singleton
final class Redelivery {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The broker has not got it, or does not say. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1;

        FailedException(String message) {
            super(message);
        }
    }

    private final Map<String, Object> broker;
    private final InstantSource clock;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    Redelivery(@Identifier("default-kafka-broker") Map<String, Object> broker, InstantSource clock) {
        this.broker = Map.copyOf(broker);
        this.clock = clock;
    }

    /** Returns when the broker has it. */
    void send(DeadLetter letter) throws FailedException {
        try {
            var original = original(letter);
            var record = original.map(
                            o -> new ProducerRecord<>(o.topic(), o.partition(), null, o.key(), o.value(), o.headers()))
                    .orElseGet(() -> carried(letter));
            if (original.isEmpty() && letter.encoding().equals("omitted")) {
                throw new FailedException(
                        "its channel does not hold it any more, and it was too large to be carried in its letter");
            }
            producer().send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new FailedException("the broker did not take it: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("the archive stops");
        }
    }

    /** The message where it stands, if it is still the one that the letter speaks of. */
    private Optional<ConsumerRecord<byte[], byte[]>> original(DeadLetter letter) {
        var place = new TopicPartition(letter.kafkaTopic(), letter.partition());
        try (var consumer = new KafkaConsumer<>(
                settings(Map.of(
                        "client.id",
                        "tocsin-archive-redelivery",
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "none",
                        "max.poll.records",
                        "1",
                        "default.api.timeout.ms",
                        String.valueOf(PATIENCE.toMillis()))),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            if (letter.offset() < consumer.beginningOffsets(List.of(place)).get(place)
                    || letter.offset() >= consumer.endOffsets(List.of(place)).get(place)) {
                return Optional.empty();
            }
            consumer.seek(place, letter.offset());
            var end = clock.instant().plus(PATIENCE);
            while (clock.instant().isBefore(end)) {
                for (var record : consumer.poll(Duration.ofMillis(200)).records(place)) {
                    return Optional.of(record).filter(r -> r.offset() == letter.offset() && isOf(r, letter));
                }
            }
            throw new org.apache.kafka.common.errors.TimeoutException("it cannot be read at " + letter.position());
        }
    }

    /** A broker that was made anew counts from 0 again: then another message stands there. */
    private static boolean isOf(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
        return letter.encoding().equals("omitted")
                ? !Instant.ofEpochMilli(record.timestamp()).isAfter(letter.at())
                : Arrays.equals(record.value(), value(letter));
    }

    private static ProducerRecord<byte[], byte[]> carried(DeadLetter letter) {
        var key = letter.key() == null ? null : letter.key().getBytes(UTF_8);
        return new ProducerRecord<>(letter.kafkaTopic(), key, value(letter));
    }

    private static byte @Nullable [] value(DeadLetter letter) {
        var value = letter.value();
        if (value == null) {
            return null;
        }
        return letter.encoding().equals("base64") ? Base64.getDecoder().decode(value) : value.getBytes(UTF_8);
    }

    private Map<String, Object> settings(Map<String, Object> own) {
        var settings = new HashMap<>(broker);
        settings.remove("group.id");
        settings.putAll(own);
        return settings;
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        var made = producer;
        if (made == null) {
            made = new KafkaProducer<>(
                    settings(Map.of(
                            "client.id", "tocsin-archive-redelivery",
                            "acks", "all",
                            "enable.idempotence", "true",
                            "compression.type", "zstd",
                            "max.request.size", "4194304",
                            "buffer.memory", "8388608",
                            "max.block.ms", String.valueOf(PATIENCE.toMillis()),
                            "request.timeout.ms", String.valueOf(PATIENCE.toMillis() / 2),
                            "delivery.timeout.ms", String.valueOf(PATIENCE.toMillis()))),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
