package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.delivery.Receiver;

/** Makes one attempt to deliver; failures are outcomes, not exceptions. */
interface Sender {
    Outcome send(Receiver receiver, Delivery delivery);
}
