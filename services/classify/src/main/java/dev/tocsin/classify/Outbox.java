package dev.tocsin.classify;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TraceParent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Writes what this stage says, each message in its envelope. A future completes when the broker has the message. */
@Singleton
final class Outbox {
    private static final String SERVICE = "classify";

    private static final String ARTICLES = "articles-classified";

    private final MutinyEmitter<byte[]> classified;
    private final MutinyEmitter<byte[]> deadLetters;
    private final MutinyEmitter<byte[]> topics;
    private final InstantSource clock;
    private final KafkaClientService clients;

    // unbounded here, because bounded by the batch that is being handled
    Outbox(
            @org.eclipse.microprofile.reactive.messaging.Channel(ARTICLES)
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> classified,
            @org.eclipse.microprofile.reactive.messaging.Channel("dead-letters")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters,
            @org.eclipse.microprofile.reactive.messaging.Channel("topics")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> topics,
            InstantSource clock,
            KafkaClientService clients) {
        this.classified = classified;
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.clock = clock;
        this.clients = clients;
    }

    CompletableFuture<Void> send(ClassifiedArticle message, TraceParent trace) {
        var article = message.fetched();
        var event = CloudEvent.of(
                Channel.ARTICLES_CLASSIFIED, SERVICE, article.id(), article.revision(), clock.instant(), trace);
        var headers = new LinkedHashMap<>(named(event, message).headers());
        headers.put(CloudEvent.TOPIC_COUNT, String.valueOf(message.topics().size()));
        return send(classified, article.id(), headers, Json.write(message));
    }

    /** An article that was classified anew is another message than when it first came. */
    private static CloudEvent named(CloudEvent event, ClassifiedArticle message) {
        var again = message.detected().reclassify();
        return again == null
                ? event
                : new CloudEvent(
                        event.id() + "." + again.job(),
                        event.source(),
                        event.type(),
                        event.time(),
                        event.subject(),
                        event.traceParent());
    }

    CompletableFuture<Void> send(TopicPack pack) {
        var event =
                CloudEvent.of(Channel.TOPICS, SERVICE, pack.id(), pack.version(), clock.instant(), TraceParent.start());
        return send(topics, pack.id(), event.headers(), Json.write(pack));
    }

    CompletableFuture<Void> send(DeadLetter letter, TraceParent trace) {
        var event = CloudEvent.of(Channel.DEAD_LETTERS, SERVICE, letter.position(), 1, letter.at(), trace);
        return send(deadLetters, letter.key(), event.headers(), Json.write(letter));
    }

    /** Has the articles that were sent go out now, all together; else they linger, for more to come. */
    void flush() {
        clients.getProducer(ARTICLES).flush().subscribeAsCompletionStage();
    }

    private static CompletableFuture<Void> send(
            MutinyEmitter<byte[]> channel, @Nullable String key, Map<String, String> envelope, byte[] value) {
        var headers = new RecordHeaders();
        envelope.forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(headers)
                .build();
        return channel.sendMessage(Message.of(value).addMetadata(metadata)).subscribeAsCompletionStage();
    }
}
