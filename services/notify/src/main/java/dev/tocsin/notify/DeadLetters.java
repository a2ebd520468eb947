package dev.tocsin.notify;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.message.Notice;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

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

    /** A message that is no alert, or no verdict. */
    void unreadable(ConsumerRecord<String, byte[]> message, String reason) {
        var letter = DeadLetter.of(
                SERVICE,
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                message.value(),
                reason,
                clock.instant());
        var traceParent = Headers.text(message, CloudEvent.TRACE_PARENT);
        traceParent.ifPresent(
                header -> MDC.put("traceId", TraceParent.continuing(header).trace()));
        send(letter, letter.position(), letter.offset(), "unreadable", traceParent);
        LOG.warnf("message cannot be read channel=%s error=%s", letter.position(), letter.reason());
        MDC.remove("traceId");
    }

    /** A message that a receiver did not take. Its letter holds the alert, or the notice on several, and names the receiver. */
    void undelivered(Delivery delivery, String reason) {
        var origin = delivery.origin();
        if (origin.kafkaTopic().isEmpty()) {
            // an empty digest follows from no message: its record is all there is to keep
            return;
        }
        var letter = DeadLetter.of(
                SERVICE,
                origin.kafkaTopic(),
                origin.partition(),
                origin.offset(),
                origin.key(),
                body(delivery),
                "not delivered to " + delivery.receiver() + ": " + reason,
                clock.instant());
        send(letter, delivery.key(), delivery.revision(), "undelivered", Optional.of(delivery.traceparent()));
    }

    private static byte[] body(Delivery delivery) {
        var alerts = Notice.of(delivery.payload()).alerts();
        var body = alerts.size() == 1 ? alerts.getFirst().toString() : delivery.payload();
        return body.getBytes(StandardCharsets.UTF_8);
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
