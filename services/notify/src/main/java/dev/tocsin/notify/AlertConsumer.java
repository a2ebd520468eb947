package dev.tocsin.notify;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes alerts from their channel and records a delivery for each receiver that wants them. It waits for no receiver: an
 * alert is acknowledged when its deliveries are recorded, and the workers do the rest.
 */
@ApplicationScoped
class AlertConsumer {
    private static final Logger LOG = Logger.getLogger(AlertConsumer.class);

    @Inject
    Receivers receivers;

    @Inject
    DeliveryStore store;

    @Inject
    DeliveryWorkers workers;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Patience patience;

    @Inject
    NotifyConfig config;

    @Inject
    Clock clock;

    /** One after the other and in order, so that an earlier revision of a story is recorded before a later one. */
    @Incoming("alerts")
    @Blocking
    void take(ConsumerRecord<String, byte[]> message) {
        Alert alert;
        try {
            alert = read(message);
        } catch (UnreadableMessageException e) {
            deadLetters.unreadable(letter(message, e.getMessage()), header(message, CloudEvent.TRACE_PARENT));
            return;
        }
        var now = clock.instant();
        var wanting = receivers.wanting(alert.topic());
        if (wanting.isEmpty()) {
            return;
        }
        if (alert.times().alerted().isBefore(now.minus(config.maxAge()))) {
            LOG.infof("alert is history, not delivered story=%s revision=%d", alert.story(), alert.revision());
            return;
        }
        var payload = payload(message);
        var deliveries = wanting.stream()
                .map(receiver -> delivery(message, alert, receiver, payload, now))
                .toList();
        patience.with("record deliveries of story=" + alert.story(), () -> store.record(deliveries));
        workers.wake(deliveries.stream().map(Delivery::receiver).toList());
    }

    private static Alert read(ConsumerRecord<String, byte[]> message) throws UnreadableMessageException {
        if (message.value() == null) {
            throw new UnreadableMessageException("is not an Alert: it has no value");
        }
        return Json.read(message.value(), Alert.class);
    }

    /** The alert as it came, fields from the future included, in UTF-8 whatever the encoding it came in. */
    private static String payload(ConsumerRecord<String, byte[]> message) {
        try {
            return Json.mapper().readTree(message.value()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("was read as an alert before", e);
        }
    }

    private static Delivery delivery(
            ConsumerRecord<String, byte[]> message, Alert alert, Receiver receiver, String payload, Instant now) {
        var created = now.truncatedTo(ChronoUnit.MILLIS);
        return new Delivery(
                Delivery.key(alert.story(), alert.revision(), receiver.id()),
                alert.story(),
                alert.revision(),
                alert.topic(),
                receiver.id(),
                header(message, "ce_id").orElseGet(() -> eventId(alert)),
                TraceParent.continuing(header(message, CloudEvent.TRACE_PARENT).orElse(null))
                        .value(),
                new Delivery.Origin(message.topic(), message.partition(), message.offset(), message.key()),
                payload,
                created,
                Delivery.State.PENDING,
                List.of(),
                created,
                null);
    }

    private static String eventId(Alert alert) {
        return CloudEvent.of(
                        Channel.ALERTS,
                        "alerts",
                        alert.story(),
                        alert.revision(),
                        alert.times().alerted(),
                        TraceParent.start())
                .id();
    }

    private DeadLetter letter(ConsumerRecord<String, byte[]> message, String reason) {
        return DeadLetter.of(
                DeadLetters.SERVICE,
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                message.value(),
                reason,
                clock.instant());
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
