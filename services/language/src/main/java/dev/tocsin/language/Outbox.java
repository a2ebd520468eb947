package dev.tocsin.language;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Writes what this stage says, each message in its envelope. A future completes when the broker has the message. */
@Singleton
final class Outbox {
    private static final String SERVICE = "language";

    private static final String ARTICLES = "articles-detected";

    private final MutinyEmitter<byte[]> detected;
    private final MutinyEmitter<byte[]> deadLetters;
    private final InstantSource clock;
    private final KafkaClientService clients;

    // unbounded here, because bounded by the batch that is being handled
    Outbox(
            @org.eclipse.microprofile.reactive.messaging.Channel(ARTICLES)
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> detected,
            @org.eclipse.microprofile.reactive.messaging.Channel("dead-letters")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters,
            InstantSource clock,
            KafkaClientService clients) {
        this.detected = detected;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.clients = clients;
    }

    CompletableFuture<Void> send(DetectedArticle message, TraceParent trace) {
        var article = message.article();
        var event = CloudEvent.of(
                Channel.ARTICLES_DETECTED, SERVICE, article.id(), article.revision(), clock.instant(), trace);
        return send(detected, article.id(), event, Json.write(message));
    }

    CompletableFuture<Void> send(DeadLetter letter, TraceParent trace) {
        var event = CloudEvent.of(Channel.DEAD_LETTERS, SERVICE, letter.position(), 1, letter.at(), trace);
        return send(deadLetters, letter.key(), event, Json.write(letter));
    }

    /** Has the articles that were sent go out now, all together; else they linger, for more to come. */
    void flush() {
        clients.getProducer(ARTICLES).flush().subscribeAsCompletionStage();
    }

    private static CompletableFuture<Void> send(
            MutinyEmitter<byte[]> channel, @Nullable String key, CloudEvent event, byte[] value) {
        var headers = new RecordHeaders();
        event.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(key)
                .withHeaders(headers)
                .build();
        return channel.sendMessage(Message.of(value).addMetadata(metadata)).subscribeAsCompletionStage();
    }
}
