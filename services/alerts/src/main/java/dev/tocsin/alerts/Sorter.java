package dev.tocsin.alerts;

import dev.tocsin.contracts.Channel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings classified articles to the stories of their topics, on a thread of its own. It has no part in the streams' transactions, so an
 * article waits for one of them and not for two, and delivers at least once: a story knows its articles, so one that comes again
 * changes nothing. While the broker is away it tries again for ever, and alerts is not ready.
 */
final class Sorter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Sorter.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** At most what comes in this time is brought again after an end; a commit costs the broker as much as a batch. */
    private static final Duration COMMIT = Duration.ofMillis(100);

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Map<String, Object> broker;
    private final String streams;
    private final String articles;
    private final Sorting sorting;
    private final FormerOffsets former;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("sort-by-topic").daemon().unstarted(this::run);
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private volatile String trouble = "has not read yet";

    /**
     * @param broker settings of a client
     * @param streams the streams' application id
     * @param prefix of the channels
     */
    Sorter(Map<String, Object> broker, String streams, String prefix, InstantSource clock, Meters meters) {
        this.broker = broker;
        this.streams = streams;
        this.articles = Channel.ARTICLES_CLASSIFIED.kafkaTopic(prefix);
        this.former = new FormerOffsets(broker, articles, streams, group(streams));
        this.sorting = new Sorting(channel(streams), Channel.DEAD_LETTERS.kafkaTopic(prefix), clock, meters);
    }

    /** The channel between this and the streams, which make it when they start. */
    static String channel(String streams) {
        return streams + "-" + AlertsTopology.HITS + "-repartition";
    }

    Sorter start() {
        thread.start();
        return this;
    }

    /** Why nothing is brought; empty while all is well. */
    String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        stopping.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped()) {
            try {
                if (isChannelThere()) {
                    sort();
                }
            } catch (WakeupException e) {
                // it stops
            } catch (RuntimeException e) {
                // the broker's, or a defect: articles wait, and alerts is not ready
                LOG.errorf(e, "articles do not reach their stories error=\"%s\"", e.getMessage());
                trouble = e.toString();
            } finally {
                reading = null;
            }
            rest();
        }
    }

    /** Whoever writes to a channel that is not there may make it, with as many partitions as it likes. */
    private boolean isChannelThere() {
        try (var admin = Admin.create(broker)) {
            boolean there = got(admin.listTopics().names()).containsAll(Set.of(channel(streams), articles));
            if (!there) {
                trouble = "waits for " + channel(streams);
            }
            return there;
        }
    }

    private void sort() {
        try (var consumer = consumer();
                var producer = producer()) {
            reading = consumer;
            consumer.subscribe(List.of(articles), new AfterStreams(consumer));
            long committed = System.nanoTime();
            boolean isCommitted = true;
            while (!stopped()) {
                var batch = consumer.poll(isCommitted ? POLL : COMMIT);
                trouble = "";
                former.forget();
                var sent = new ArrayList<Future<RecordMetadata>>();
                for (var message : batch) {
                    sorting.sorted(message).forEach(hit -> sent.add(producer.send(hit)));
                }
                if (!sent.isEmpty()) {
                    producer.flush();
                    sent.forEach(Sorter::got);
                }
                isCommitted &= batch.isEmpty();
                if (!isCommitted && System.nanoTime() - committed >= COMMIT.toNanos()) {
                    consumer.commitAsync();
                    committed = System.nanoTime();
                    isCommitted = true;
                }
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "group.id", group(streams),
                "client.id", group(streams),
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "default.api.timeout.ms", "10000",
                "session.timeout.ms", "8000",
                "heartbeat.interval.ms", "2000",
                "fetch.max.bytes", "4194304",
                "max.partition.fetch.bytes", "4194304",
                "max.poll.records", "200"));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The group of all replicas' sorters. */
    static String group(String streams) {
        return streams + "-sorter";
    }

    private KafkaProducer<String, byte[]> producer() {
        var settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "client.id", group(streams),
                "acks", "all",
                "enable.idempotence", "true",
                "compression.type", "zstd",
                "max.request.size", "4194304",
                "buffer.memory", "16777216",
                "max.block.ms", "15000",
                "request.timeout.ms", "8000",
                "delivery.timeout.ms", "20000"));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** What a client of the broker answers, or the error that it answers with. */
    static <T> T got(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void rest() {
        try {
            stopping.await(REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before there was a sorter the streams read the articles themselves: where nothing else is known, it goes on from there. */
    private final class AfterStreams implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> consumer;

        private AfterStreams(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            var known = consumer.committed(Set.copyOf(partitions));
            if (partitions.stream().allMatch(partition -> known.get(partition) != null)) {
                return;
            }
            var before = former.read();
            for (var partition : partitions) {
                var offset = before.get(partition);
                if (known.get(partition) == null && offset != null) {
                    consumer.seek(partition, offset);
                }
            }
        }
    }
}
