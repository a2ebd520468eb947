package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.dashboard.live.LiveEvent;
import dev.tocsin.dashboard.live.LiveRing;
import dev.tocsin.dashboard.live.LiveType;
import dev.tocsin.dashboard.live.Slot;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the live channels into the ring, on one thread, from a bounded number of messages before their end. It belongs
 * to no group: every dashboard sees everything. What it cannot read it counts and passes over; that the message becomes
 * a dead letter is the archive's task, which reads each message once.
 */
@Startup
@Singleton
final class LiveReader {
    private static final Logger LOG = Logger.getLogger(LiveReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Channels channels;
    private final DashboardConfig.Live config;
    private final LiveRing ring;
    private final LiveStream stream;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Spans spans;
    private final Thread thread =
            Thread.ofPlatform().name("live-reader").daemon().unstarted(this::run);
    private volatile @Nullable String trouble = "has not read anything yet";
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    LiveReader(
            Channels channels,
            DashboardConfig config,
            LiveRing ring,
            LiveStream stream,
            InstantSource clock,
            MeterRegistry meters,
            Spans spans) {
        this.channels = channels;
        this.config = config.live();
        this.ring = ring;
        this.stream = stream;
        this.clock = clock;
        this.meters = meters;
        this.spans = spans;
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(Duration.ofSeconds(5));
    }

    /** Why nothing is read now; empty while all is well. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!stopped()) {
            try (var consumer = consumer()) {
                reading = consumer;
                var slots = open(consumer);
                pause = FIRST_PAUSE;
                wellAgain();
                follow(consumer, slots);
            } catch (KafkaException | IllegalStateException e) {
                if (!stopped()) {
                    inTrouble(String.valueOf(e.getMessage()));
                    pause = rest(pause);
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = Map.<String, Object>of(
                "client.id", "tocsin-dashboard-live",
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                // the broker was replaced: told by an error, answered by a new beginning
                "auto.offset.reset", "none",
                "default.api.timeout.ms", "5000",
                "reconnect.backoff.max.ms", "5000",
                "fetch.max.bytes", "4194304",
                "max.partition.fetch.bytes", "1048576");
        return new KafkaConsumer<>(channels.client(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes all partitions of the live channels: from where the ring is, where the broker still has that. */
    private Map<TopicPartition, Slot> open(KafkaConsumer<String, byte[]> consumer) {
        var slots = slots(consumer);
        consumer.assign(slots.keySet());
        var begins = consumer.beginningOffsets(slots.keySet());
        var ends = consumer.endOffsets(slots.keySet());
        boolean goesOn = slots.entrySet().stream().allMatch(s -> ring.position(s.getValue())
                .map(p -> p >= begins.get(s.getKey()) && p <= ends.get(s.getKey()))
                .orElse(true));
        if (!goesOn) {
            ring.clear();
        }
        slots.forEach((partition, slot) -> {
            long end = ends.get(partition);
            long back = Math.max(begins.get(partition), end - config.history());
            long from = ring.position(slot).orElse(back);
            consumer.seek(partition, from);
            ring.open(slot, from, end);
        });
        return slots;
    }

    private Map<TopicPartition, Slot> slots(KafkaConsumer<String, byte[]> consumer) {
        var slots = new HashMap<TopicPartition, Slot>();
        for (var type : LiveType.values()) {
            var topic = channels.kafkaTopic(type.channel());
            var partitions = consumer.partitionsFor(topic);
            if (partitions == null || partitions.isEmpty()) {
                throw new IllegalStateException("the channel " + topic + " does not exist");
            }
            partitions.forEach(p -> slots.put(new TopicPartition(topic, p.partition()), new Slot(type, p.partition())));
        }
        return slots;
    }

    /** Reads until something breaks, or until a channel has got more partitions. */
    private void follow(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Slot> slots) {
        var nextProbe = clock.instant();
        while (!stopped()) {
            var batch = consumer.poll(POLL);
            var begun = spans.now();
            for (var message : batch) {
                take(slots.get(new TopicPartition(message.topic(), message.partition())), message);
            }
            slots.forEach((partition, slot) -> ring.advance(slot, consumer.position(partition)));
            stream.wake();
            // what is read back at a start is pushed to nobody
            if (spans.isOn() && stream.readers() > 0) {
                batch.forEach(message -> tell(message, begun));
            }
            if (!clock.instant().isBefore(nextProbe)) {
                if (reaches(consumer) && slots(consumer).size() != slots.size()) {
                    return;
                }
                nextProbe = clock.instant().plus(PROBE_EVERY);
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> message, Instant begun) {
        var trace = message.headers().lastHeader(CloudEvent.TRACE_PARENT);
        spans.tell(
                TraceParent.continuing(
                        trace == null || trace.value() == null ? null : new String(trace.value(), UTF_8)),
                "push to browsers",
                begun,
                Map.of("key", String.valueOf(message.key()), "readers", String.valueOf(stream.readers())));
    }

    /** A consumer says nothing when its broker is gone, so it is asked. */
    private boolean reaches(KafkaConsumer<String, byte[]> consumer) {
        try {
            consumer.endOffsets(consumer.assignment());
            wellAgain();
            return true;
        } catch (TimeoutException e) {
            inTrouble("the broker does not answer");
            return false;
        }
    }

    private void take(Slot slot, ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            ring.append(LiveEvent.read(slot, message.offset(), message.value(), clock.instant()));
            count("tocsin.live.messages", slot);
        } catch (UnreadableMessageException e) {
            count("tocsin.live.unreadable", slot);
            LOG.warnf(
                    "passes over a message channel=%s partition=%d offset=%d error=%s",
                    message.topic(), message.partition(), message.offset(), e.getMessage());
        }
    }

    private void count(String metric, Slot slot) {
        meters.counter(metric, "channel", slot.type().channel().slug()).increment();
    }

    private void wellAgain() {
        if (trouble != null) {
            LOG.info("reads the live channels state=up");
            trouble = null;
        }
    }

    private void inTrouble(String reason) {
        if (trouble == null || !trouble.equals(reason)) {
            LOG.warnf("does not read the live channels state=down error=%s", reason);
        }
        trouble = reason;
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private Duration rest(Duration pause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
