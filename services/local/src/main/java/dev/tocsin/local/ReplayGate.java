package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Lets the next article of a replay go only when all of the one before has come out. The stages run side by side, and
 * alerts reads several partitions, so without it two articles of one second may meet a story in either order.
 */
final class ReplayGate implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String CLASSIFIED = Channel.ARTICLES_CLASSIFIED.kafkaTopic(Channel.DEFAULT_PREFIX);
    private static final String ALERTS_GROUP = Channel.DEFAULT_PREFIX + "-alerts-streams";
    /** Brings the articles to the channel that the streams read by topic. */
    private static final String SORTER_GROUP = ALERTS_GROUP + "-sorter";

    private static final String HITS_BY_TOPIC = ALERTS_GROUP + "-hits-by-topic-repartition";

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> classified;

    private ReplayGate(Admin admin, KafkaConsumer<String, byte[]> classified) {
        this.admin = admin;
        this.classified = classified;
    }

    static ReplayGate on(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(CLASSIFIED).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, not at the first poll
        return new ReplayGate(Admin.create(Map.of("bootstrap.servers", bootstrapServers)), consumer);
    }

    /** Waits until an article was classified and, where it belongs to a topic, went into its stories; or in vain. */
    boolean awaitThrough(FetchedArticle article) throws InterruptedException, ExecutionException {
        var end = Instant.now().plus(PATIENCE);
        var message = awaitClassified(article, end);
        if (message.isEmpty()) {
            return false;
        }
        if (topics(message.get()) == 0) {
            return true;
        }
        while (Instant.now().isBefore(end)) {
            if (isGathered(message.get())) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private Optional<ConsumerRecord<String, byte[]>> awaitClassified(FetchedArticle article, Instant end) {
        while (Instant.now().isBefore(end)) {
            for (var message : classified.poll(ANSWER)) {
                if (article.id().equals(message.key()) && revision(message) >= article.revision()) {
                    return Optional.of(message);
                }
            }
        }
        return Optional.empty();
    }

    /** Alerts commits what it wrote before or with its offsets, so these tell what is out: first to the stories, then from them. */
    private boolean isGathered(ConsumerRecord<String, byte[]> message) throws InterruptedException, ExecutionException {
        try {
            var own = offsets(SORTER_GROUP).get(new TopicPartition(message.topic(), message.partition()));
            if (own == null || own.offset() <= message.offset()) {
                return false;
            }
            var handled = offsets(ALERTS_GROUP);
            return hitsEnd().entrySet().stream()
                    .allMatch(end -> end.getValue() == 0
                            || handled.containsKey(end.getKey())
                                    && handled.get(end.getKey()).offset() >= end.getValue());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false; // the broker is being restarted, or a coordinator moves
            }
            throw e;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String group)
            throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private Map<TopicPartition, Long> hitsEnd() throws InterruptedException, ExecutionException {
        var partitions = admin.describeTopics(List.of(HITS_BY_TOPIC))
                .allTopicNames()
                .get()
                .get(HITS_BY_TOPIC)
                .partitions();
        var latest = partitions.stream()
                .collect(Collectors.toMap(
                        p -> new TopicPartition(HITS_BY_TOPIC, p.partition()), p -> OffsetSpec.latest()));
        return admin
                .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    private static int topics(ConsumerRecord<String, byte[]> message) {
        return read(message).map(article -> article.topics().size()).orElse(0);
    }

    private static int revision(ConsumerRecord<String, byte[]> message) {
        return read(message).map(article -> article.fetched().revision()).orElse(0);
    }

    private static Optional<ClassifiedArticle> read(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(Json.read(message.value(), ClassifiedArticle.class));
        } catch (UnreadableMessageException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        classified.close();
        admin.close();
    }
}
