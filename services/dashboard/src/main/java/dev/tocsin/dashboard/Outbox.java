package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.Verdict;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes what people decide, one message at a time, and waits until the broker has each. */
@Singleton
final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final String SOURCE = "/tocsin/dashboard";

    private final Channels channels;
    private final DashboardConfig config;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Outbox(Channels channels, DashboardConfig config) {
        this.channels = channels;
        this.config = config;
    }

    /** Answers the problem where the broker did not take it. */
    Optional<Problem> write(Verdict verdict, TraceParent trace) {
        // its own id, not the story's: one story gets many verdicts, and they have no revision
        var envelope = new CloudEvent(
                verdict.id(), SOURCE, Channel.VERDICTS.eventType(), verdict.at(), verdict.story(), trace);
        return write(Channel.VERDICTS, verdict.story(), Json.write(verdict), envelope);
    }

    /** As {@link #write(Verdict, TraceParent)}. */
    Optional<Problem> write(TopicPack pack, Instant at, TraceParent trace) {
        var envelope = CloudEvent.of(Channel.TOPICS, "dashboard", pack.id(), pack.version(), at, trace);
        return write(Channel.TOPICS, pack.id(), Json.write(pack), envelope);
    }

    /** As {@link #write(Verdict, TraceParent)}: the topic's tombstone, after which the channel forgets it. */
    Optional<Problem> forget(String topic, Instant at, TraceParent trace) {
        var envelope = new CloudEvent(topic + ":deleted", SOURCE, Channel.TOPICS.eventType(), at, topic, trace);
        return write(Channel.TOPICS, topic, null, envelope);
    }

    private Optional<Problem> write(Channel channel, String key, byte @Nullable [] value, CloudEvent envelope) {
        var record = new ProducerRecord<String, byte[]>(channels.kafkaTopic(channel), key, value);
        envelope.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer().send(record).get(config.writeTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.errorf("does not write key=%s channel=%s error=%s", key, channel.slug(), e.toString());
            return Optional.of(Problem.of(
                    503,
                    "It may not be kept",
                    "The broker did not confirm it. Send it again: deciding twice does no harm."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Problem.of(503, "The dashboard stops", "Send it again in a moment."));
        }
    }

    /** Made when it is first needed: its constructor fails while the broker's name does not resolve. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        var made = producer;
        if (made == null) {
            int timeout = Math.toIntExact(config.writeTimeout().toMillis());
            made = new KafkaProducer<>(
                    channels.client(Map.of(
                            "client.id", "tocsin-dashboard",
                            "acks", "all",
                            "enable.idempotence", "true",
                            "compression.type", "zstd",
                            "max.request.size", "4194304",
                            "buffer.memory", "8388608",
                            "max.block.ms", String.valueOf(timeout),
                            "request.timeout.ms", String.valueOf(timeout / 2),
                            "delivery.timeout.ms", String.valueOf(timeout))),
                    new StringSerializer(),
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
