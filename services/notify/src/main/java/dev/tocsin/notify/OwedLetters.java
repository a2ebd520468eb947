package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Delivery;
import org.jboss.logging.Logger;

/** Writes the dead letters of what was given up; one that cannot be written stays owed, and keeps nothing else from its turn. */
record OwedLetters(DeliveryStore store, DeadLetters letters) {
    private static final Logger LOG = Logger.getLogger(OwedLetters.class);

    void write(Delivery delivery, String reason) {
        try {
            letters.undelivered(delivery, reason);
            store.letterWritten(delivery.key());
        } catch (RuntimeException e) {
            LOG.errorf("dead letter is owed delivery=%s error=%s", delivery.key(), e.toString());
        }
    }
}
