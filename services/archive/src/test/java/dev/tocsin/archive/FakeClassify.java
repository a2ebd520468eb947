package dev.tocsin.archive;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Reclassify;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.UnreadableMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Answers articles that the archive sends, with the topics that the test wants; silent until it says which. */
final class FakeClassify implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Broker broker;
    private final List<DetectedArticle> asked = new ArrayList<>();
    private final Thread thread;
    private @Nullable Function<String, List<String>> topics;
    private Predicate<String> lost = article -> false;
    private int version;
    private int mostAtOnce;

    FakeClassify(String bootstrapServers, Broker broker) {
        this.broker = broker;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Channel.ARTICLES_DETECTED.kafkaTopic(Channel.DEFAULT_PREFIX)).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().start(this::run);
    }

    /** From now on, and for what was asked before, each article belongs to these topics, by that version of the pack. */
    synchronized void answers(Function<String, List<String>> wanted, int packVersion) {
        topics = wanted;
        version = packVersion;
    }

    /** These never come back. */
    synchronized void answersNot(Predicate<String> articles) {
        lost = articles;
    }

    synchronized List<DetectedArticle> asked() {
        return List.copyOf(asked);
    }

    /** The most articles that came before the ones before them were answered. */
    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    private void run() {
        var open = new ArrayList<DetectedArticle>();
        try {
            while (true) {
                for (var message : consumer.poll(Duration.ofMillis(50))) {
                    open.add(Json.read(message.value(), DetectedArticle.class));
                }
                answer(open);
            }
        } catch (WakeupException e) {
            consumer.close();
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void answer(List<DetectedArticle> open) {
        if (topics == null) {
            return;
        }
        mostAtOnce = Math.max(mostAtOnce, open.size());
        for (var article : open) {
            asked.add(article);
            if (lost.test(article.article().id())) {
                continue;
            }
            var request = Objects.requireNonNull(article.reclassify());
            broker.send(
                    Channel.ARTICLES_CLASSIFIED, article.article().id(), classified(article, request.doneBy(version)));
        }
        open.clear();
    }

    private ClassifiedArticle classified(DetectedArticle article, Reclassify answer) {
        var hits = Objects.requireNonNull(topics).apply(article.article().id()).stream()
                .map(topic -> new TopicHit(topic, version, 0.9, List.of()))
                .toList();
        return new ClassifiedArticle(
                new DetectedArticle(article.article(), article.language(), answer),
                Instant.now(),
                hits,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
