package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.TraceParent;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages without a value behind those of an erased article, on each channel that carries articles: who reads these learns that
 * it is to be forgotten, and the broker's next compaction takes its texts away.
 */
@Singleton
final class Tombstones {
    private static final List<Channel> CARRYING =
            List.of(Channel.ARTICLES_FETCHED, Channel.ARTICLES_DETECTED, Channel.ARTICLES_CLASSIFIED);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    private final String prefix;
    private final InstantSource clock;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Tombstones(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix,
            InstantSource clock) {
        this.broker = broker;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** Behind everything that is known of the article; whether the broker has all of them. Written again, they change nothing. */
    boolean write(String article) {
        try {
            var sent = CARRYING.stream().map(channel -> send(channel, article)).toList();
            for (var one : sent) {
                one.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Log.warnf("tombstones are not on all channels error=%s", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Future<?> send(Channel channel, String article) {
        var record = new ProducerRecord<String, byte[]>(channel.kafkaTopic(prefix), article, null);
        new CloudEvent(
                        article + ":erased",
                        "/tocsin/archive",
                        channel.eventType(),
                        clock.instant(),
                        article,
                        TraceParent.start())
                .headers()
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return producer().send(record);
    }

    /** Made when it is first needed: most archives never erase anything. */
    private synchronized KafkaProducer<String, byte[]> producer() {
        var made = producer;
        if (made == null) {
            var settings = new HashMap<String, Object>();
            broker.forEach((key, value) -> {
                if (ProducerConfig.configNames().contains(key)) {
                    settings.put(key, value);
                }
            });
            int timeout = Math.toIntExact(PATIENCE.toMillis());
            settings.putAll(Map.of(
                    "client.id",
                    "tocsin-archive-tombstones",
                    "acks",
                    "all",
                    "enable.idempotence",
                    "true",
                    "max.block.ms",
                    timeout,
                    "request.timeout.ms",
                    timeout / 2,
                    "delivery.timeout.ms",
                    timeout));
            made = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(PATIENCE);
        }
    }
}
