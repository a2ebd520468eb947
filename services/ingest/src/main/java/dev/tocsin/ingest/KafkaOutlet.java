package dev.tocsin.ingest;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.ingest.edit.Wording;
import dev.tocsin.ingest.publish.ArticleOutlet;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Place;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles to their channel. A plain producer rather than an emitter: callers wait for the broker's word on each
 * article, and the producer's own bounded retry is then the only one there is.
 */
@ApplicationScoped
class KafkaOutlet implements ArticleOutlet {
    /** Ingest's own note on a first text, for {@link ChannelTail}; nobody else reads it. */
    static final String CARRIED = "tocsin-carried";

    private static final Duration WAIT_FOR_METADATA = Duration.ofSeconds(5);
    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;
    private static final int BUFFER_BYTES = 16 * 1024 * 1024;
    private static final int LINGER_MS = 2;

    private final Map<String, Object> kafka;
    private final Duration sendTimeout;
    private final String topic;
    private final InstantSource clock;
    private final Spans spans;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Producer<String, byte[]> producer;

    KafkaOutlet(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix,
            InstantSource clock,
            Spans spans) {
        this.kafka = kafka;
        this.sendTimeout = config.sendTimeout();
        this.topic = Channel.ARTICLES_FETCHED.kafkaTopic(prefix);
        this.clock = clock;
        this.spans = spans;
    }

    @Override
    public void awaitReady() throws OutletDownException {
        try {
            producer().partitionsFor(topic);
        } catch (KafkaException e) {
            throw new OutletDownException("the channel " + topic + " cannot be written to: " + e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<Place> send(FetchedArticle article, @Nullable Wording carried, TraceParent trace) {
        var acknowledged = new CompletableFuture<Place>();
        try {
            producer().send(message(article, carried, trace), (where, failure) -> {
                if (failure == null) {
                    spans.tell(trace, step(article), article.fetchedAt(), Map.of("article", article.id()));
                    acknowledged.complete(new Place(where.partition(), where.offset()));
                } else {
                    Log.warnf("not acknowledged article=%s channel=%s error=%s", article.id(), topic, failure);
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    /** From when it was read until the broker has it. */
    private static String step(FetchedArticle article) {
        return article.feed() == null ? "push" : "fetch";
    }

    @PreDestroy
    void close() {
        var made = producer;
        if (made != null) {
            made.close(WAIT_FOR_METADATA);
        }
    }

    private ProducerRecord<String, byte[]> message(
            FetchedArticle article, @Nullable Wording carried, TraceParent trace) {
        var message = new ProducerRecord<>(topic, article.id(), Json.write(article));
        CloudEvent.of(Channel.ARTICLES_FETCHED, "ingest", article.id(), article.revision(), clock.instant(), trace)
                .headers()
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (carried != null) {
            message.headers().add(CARRIED, carried.code().getBytes(StandardCharsets.UTF_8));
        }
        return message;
    }

    /** Made at first use and again after a failure: a broker whose name is not yet known must not stop the service. */
    private Producer<String, byte[]> producer() {
        var made = producer;
        if (made != null) {
            return made;
        }
        making.lock();
        try {
            var fresh = producer == null ? new KafkaProducer<String, byte[]>(settings()) : producer;
            producer = fresh;
            return fresh;
        } finally {
            making.unlock();
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        kafka.forEach((key, value) -> {
            if (ProducerConfig.configNames().contains(key)) {
                settings.put(key, value);
            }
        });
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "tocsin-ingest");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_FOR_METADATA.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                sendTimeout.dividedBy(2).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) sendTimeout.toMillis());
        return settings;
    }
}
