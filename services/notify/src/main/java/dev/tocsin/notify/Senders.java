package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.message.Outgoing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Sends each message by the way it goes: HTTP or mail. */
@Singleton
class Senders implements Sender {
    private final Routing routing;
    private final HttpClient http;
    private final MailClient mail;
    private final Clock clock;

    @Inject
    Senders(Routing routing, HttpClient http, MailClient mail, Clock clock) {
        this.routing = routing;
        this.http = http;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public Outcome send(Receiver receiver, Delivery delivery) {
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
