package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Delivery;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes the dead letters of what was given up; one that cannot be written stays owed, and keeps nothing else from its turn. */
record OwedLetters(DeliveryStore store, DeadLetters letters) {
    private static final Logger LOG = Logger.getLogger(OwedLetters.class);

    /** Writes as many as the broker takes. */
    void write(List<Delivery> owed) {
        for (var delivery : owed) {
            if (!write(delivery, String.valueOf(delivery.reason()))) {
                // the others would wait for the broker as long as this one did
                return;
            }
        }
    }

    /** Returns false where the broker or the store does not take it. */
    boolean write(Delivery delivery, String reason) {
        try {
            letters.undelivered(delivery, reason);
            store.letterWritten(delivery.key());
            return true;
        } catch (RuntimeException e) {
            LOG.errorf("dead letter is owed delivery=%s error=%s", delivery.key(), e.toString());
            return e instanceof IllegalArgumentException;
        }
    }
}
