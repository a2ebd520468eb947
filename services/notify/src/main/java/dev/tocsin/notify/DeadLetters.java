package dev.tocsin.notify;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.notify.delivery.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Writes what could not be handled to the dead letters, and returns only when the broker has it. */
@ApplicationScoped
class DeadLetters {
    static final String SERVICE = "notify";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    @Inject
    @org.eclipse.microprofile.reactive.messaging.Channel("dead-letters")
    MutinyEmitter<byte[]> channel;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    /** A message that is no alert. */
    void unreadable(DeadLetter letter, Optional<String> traceParent) {
        send(letter, letter.position(), letter.offset(), "unreadable", traceParent);
        LOG.warnf("alert cannot be read channel=%s error=%s", letter.position(), letter.reason());
    }

    /** An alert that a receiver did not take. Its letter holds the alert and names the receiver. */
    void undelivered(Delivery delivery, String reason) {
        var origin = delivery.origin();
        var letter = DeadLetter.of(
                SERVICE,
                origin.kafkaTopic(),
                origin.partition(),
                origin.offset(),
                origin.key(),
                delivery.payload().getBytes(StandardCharsets.UTF_8),
                "not delivered to webhook " + delivery.receiver() + ": " + reason,
                clock.instant());
        send(letter, delivery.key(), delivery.revision(), "undelivered", Optional.of(delivery.traceparent()));
    }

    private void send(DeadLetter letter, String subject, long revision, String reason, Optional<String> traceParent) {
        var event = CloudEvent.of(
                Channel.DEAD_LETTERS,
                SERVICE,
                subject,
                revision,
                letter.at(),
                TraceParent.continuing(traceParent.orElse(null)));
        var headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        channel.sendMessageAndAwait(Message.of(Json.write(letter))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(letter.key())
                        .withHeaders(headers)
                        .build()));
        metrics.counter("tocsin.dead.letters", "reason", reason).increment();
    }
}
