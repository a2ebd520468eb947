package dev.tocsin.notify;

import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.message.Outgoing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Sends each message by the way it goes: HTTP or mail. */
@Singleton
class Senders implements Sender {
    private final Routing routing;
    private final HttpClient http;
    private final MailClient mail;
    private final Clock clock;
    private final Spans spans;

    @Inject
    Senders(Routing routing, HttpClient http, MailClient mail, Clock clock, Spans spans) {
        this.routing = routing;
        this.http = http;
        this.mail = mail;
        this.clock = clock;
        this.spans = spans;
    }

    @Override
    public Outcome send(Receiver receiver, Delivery delivery) {
        var begun = spans.now();
        var outcome = sent(receiver, delivery);
        if (spans.isOn()) {
            spans.tell(
                    TraceParent.continuing(delivery.traceparent()),
                    "deliver",
                    begun,
                    Map.of("story", delivery.story(), "receiver", receiver.id()),
                    failure(outcome));
        }
        return outcome;
    }

    private static String failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> "";
            case Outcome.Retryable failed -> failed.reason();
            case Outcome.Refused refused -> refused.reason();
        };
    }

    private Outcome sent(Receiver receiver, Delivery delivery) {
        Outgoing message;
        try {
            message = routing.forms().of(receiver, delivery, clock.instant());
        } catch (RuntimeException e) {
            // it would fail each time; the dead letter keeps it
            return new Outcome.Refused(null, "cannot be put into the receiver's form: " + e);
        }
        return switch (message) {
            case Outgoing.Post post -> http.send(post);
            case Outgoing.Mail letter -> mail.send(letter);
        };
    }
}
