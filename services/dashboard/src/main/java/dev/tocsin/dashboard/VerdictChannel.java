package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.Verdict;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
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

/** Writes verdicts to their channel, one at a time as people decide them, and waits until the broker has each. */
@Singleton
final class VerdictChannel {
    private static final Logger LOG = Logger.getLogger(VerdictChannel.class);

    private final Channels channels;
    private final DashboardConfig config;
    private @Nullable KafkaProducer<String, byte[]> producer;

    VerdictChannel(Channels channels, DashboardConfig config) {
        this.channels = channels;
        this.config = config;
    }

    /** Writes; answers the problem where the broker did not take it. */
    Optional<Problem> write(Verdict verdict, TraceParent trace) {
        try {
            var sent = producer().send(message(verdict, trace));
            sent.get(config.verdictTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.errorf(
                    "does not write a verdict story=%s channel=%s error=%s",
                    verdict.story(), Channel.VERDICTS.slug(), e.toString());
            return Optional.of(Problem.of(
                    503,
                    "The verdict may not be kept",
                    "The broker did not confirm the verdict. Send it again: deciding twice does no harm."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Problem.of(503, "The dashboard stops", "Send the verdict again in a moment."));
        }
    }

    private ProducerRecord<String, byte[]> message(Verdict verdict, TraceParent trace) {
        var record = new ProducerRecord<>(channels.kafkaTopic(Channel.VERDICTS), verdict.story(), Json.write(verdict));
        // its own id, not the story's: one story gets many verdicts, and they have no revision
        var envelope = new CloudEvent(
                verdict.id(), "/tocsin/dashboard", Channel.VERDICTS.eventType(), verdict.at(), verdict.story(), trace);
        envelope.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** Made when it is first needed: its constructor fails while the broker's name does not resolve. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        var made = producer;
        if (made == null) {
            int timeout = Math.toIntExact(config.verdictTimeout().toMillis());
            made = new KafkaProducer<>(
                    channels.client(Map.of(
                            "client.id", "tocsin-dashboard-verdicts",
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
