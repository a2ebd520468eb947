package dev.tocsin.classify;

import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.UnreadableMessageException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the channel {@code topics} from its beginning and on, in no group: each replica needs each pack. A pack that is
 * wrong is told in the log and passed over: whoever put it there by the API was told at once.
 */
@Singleton
final class PackChannel {
    /** After a start without a broker, articles cannot come either; packs come before them all the same. */
    private static final Duration FIRST_READING = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Packs packs;
    private final Map<String, Object> kafka;
    private final String topic;
    private final CountDownLatch readOnce = new CountDownLatch(1);
    private final Thread reader = new Thread(this::readForEver, "packs");
    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private boolean closed;

    PackChannel(
            Packs packs,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix) {
        this.packs = packs;
        this.kafka = kafka;
        this.topic = Channel.TOPICS.kafkaTopic(prefix);
    }

    /** Returns when what the channel holds is in force, or the broker is too slow to wait for. */
    void open() {
        reader.setDaemon(true);
        reader.start();
        try {
            if (!readOnce.await(FIRST_READING.toMillis(), TimeUnit.MILLISECONDS)) {
                Log.warnf("packs are those of the folder until the broker answers channel=%s", topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close(@Observes ShutdownEvent event) {
        synchronized (this) {
            closed = true;
            if (consumer != null) {
                consumer.wakeup();
            }
            notifyAll();
        }
    }

    private void readForEver() {
        try {
            while (true) {
                try {
                    read();
                } catch (WakeupException e) {
                    return;
                } catch (KafkaException e) {
                    Log.warnf("does not read packs channel=%s error=%s", topic, e.getMessage());
                }
                synchronized (this) {
                    if (!closed) {
                        wait(AGAIN.toMillis());
                    }
                    if (closed) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends with {@link WakeupException}. */
    private void read() {
        try (var reading = consumer()) {
            var partitions = reading.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no such channel yet");
            }
            reading.assign(partitions);
            reading.seekToBeginning(partitions);
            var ends = reading.endOffsets(partitions);
            while (true) {
                var messages = reading.poll(POLL);
                messages.forEach(this::take);
                if (partitions.stream().allMatch(p -> reading.position(p) >= ends.get(p))) {
                    packs.apply();
                    readOnce.countDown();
                }
            }
        }
    }

    private synchronized KafkaConsumer<String, byte[]> consumer() {
        if (closed) {
            throw new WakeupException();
        }
        var settings = new HashMap<String, Object>();
        kafka.forEach((key, value) -> {
            if (ConsumerConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-classify-packs");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var made = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer = made;
        return made;
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        var about = message.key();
        if (about == null) {
            Log.warnf("a message of no topic is passed over channel=%s offset=%d", topic, message.offset());
            return;
        }
        try {
            packs.take(about, message.value() == null ? null : Json.read(message.value(), TopicPack.class));
        } catch (InvalidPackException | UnreadableMessageException e) {
            Log.warnf(
                    "pack refused, the one before stays topic=%s partition=%d offset=%d error=%s",
                    about, message.partition(), message.offset(), e.getMessage());
        }
    }
}
