package dev.tocsin.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.notify.delivery.Delivery;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes alerts and verdicts from their channels. It waits for no receiver: a message is acknowledged when what follows
 * from it is stored, and the engine does the rest.
 */
@ApplicationScoped
class AlertConsumer {
    @Inject
    Engine engine;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Patience patience;

    @Inject
    Spans spans;

    /** One after the other and in order, so that an earlier revision of a story is held before a later one. */
    @Incoming("alerts")
    @Blocking
    void alert(ConsumerRecord<String, byte[]> message) {
        Alert alert;
        JsonNode json;
        try {
            alert = read(message, Alert.class);
            // in UTF-8 whatever the encoding it came in
            json = read(message, JsonNode.class);
        } catch (UnreadableMessageException e) {
            deadLetters.unreadable(message, e.getMessage());
            return;
        }
        var event = Headers.text(message, "ce_id").orElseGet(() -> eventId(alert));
        var begun = spans.now();
        var trace = TraceParent.continuing(
                Headers.text(message, CloudEvent.TRACE_PARENT).orElse(null));
        var origin = new Delivery.Origin(message.topic(), message.partition(), message.offset(), message.key());
        patience.with("hold story=" + alert.story(), () -> engine.take(json, event, trace.value(), origin));
        spans.tell(trace, "notify", begun, Map.of("story", alert.story()));
    }

    @Incoming("verdicts")
    @Blocking
    void verdict(ConsumerRecord<String, byte[]> message) {
        Verdict verdict;
        try {
            verdict = read(message, Verdict.class);
        } catch (UnreadableMessageException e) {
            deadLetters.unreadable(message, e.getMessage());
            return;
        }
        patience.with("take the verdict on story=" + verdict.story(), () -> engine.take(verdict));
    }

    private static <T> T read(ConsumerRecord<String, byte[]> message, Class<T> type) throws UnreadableMessageException {
        if (message.value() == null) {
            throw new UnreadableMessageException(
                    (type == Alert.class ? "is not an Alert" : "is not a " + type.getSimpleName())
                            + ": it has no value");
        }
        return Json.read(message.value(), type);
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
}
