package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.MDC;

/** Puts away the messages that cannot be archived, so that the stream goes on and nothing is lost. */
@Singleton
final class DeadLetters {
    private static final String SERVICE = "archive";

    /** A message that failed, and why. */
    record Failed(ConsumerRecord<String, byte[]> message, Measures.Cause cause, String reason) {}

    private final Emitter<byte[]> channel;
    private final InstantSource clock;
    private final Measures measures;

    DeadLetters(
            // a batch bounds it: nothing is sent before the last batch is written
            @org.eclipse.microprofile.reactive.messaging.Channel("dead-letters")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    Emitter<byte[]> channel,
            InstantSource clock,
            Measures measures) {
        this.channel = channel;
        this.clock = clock;
        this.measures = measures;
    }

    /** Returns when the broker has all of them; throws when it has not, and then the messages must not be acknowledged. */
    void send(Channel from, List<Failed> failures) {
        var sent = failures.stream().map(this::send).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
        for (var failed : failures) {
            measures.deadLetter(from, failed.cause());
            MDC.put("traceId", trace(failed.message()).trace());
            Log.warnf(
                    "dead letter channel=%s partition=%d offset=%d error=%s",
                    from.slug(), failed.message().partition(), failed.message().offset(), failed.reason());
            MDC.remove("traceId");
        }
    }

    /** The next step of a message's trace. */
    static TraceParent trace(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(CloudEvent.TRACE_PARENT);
        return TraceParent.continuing(
                header == null || header.value() == null ? null : new String(header.value(), UTF_8));
    }

    // one at a time: emitters of two channels meet here
    private synchronized CompletableFuture<Void> send(Failed failed) {
        var message = failed.message();
        var now = clock.instant();
        var letter = DeadLetter.of(
                SERVICE,
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                message.value(),
                failed.reason(),
                now);
        var envelope = CloudEvent.of(Channel.DEAD_LETTERS, SERVICE, letter.position(), 1, now, trace(message));
        var headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));

        var sent = new CompletableFuture<Void>();
        channel.send(Message.of(
                Json.write(letter),
                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(message.key())
                        .withHeaders(headers)
                        .build()),
                () -> {
                    sent.complete(null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    sent.completeExceptionally(failure);
                    return CompletableFuture.completedFuture(null);
                }));
        return sent;
    }
}
