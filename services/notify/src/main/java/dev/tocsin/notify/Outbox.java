package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Delivery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Records what is to be delivered. What a full queue has no room for is recorded as failed, never dropped. */
@Singleton
final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final DeliveryStore store;
    private final DeliveryMetrics metrics;
    private final int limit;

    @Inject
    Outbox(DeliveryStore store, DeliveryMetrics metrics, NotifyConfig config) {
        this(store, metrics, config.queueLimit());
    }

    Outbox(DeliveryStore store, DeliveryMetrics metrics, int limit) {
        this.store = store;
        this.metrics = metrics;
        this.limit = limit;
    }

    void record(List<Delivery> deliveries) {
        var recorded = new ArrayList<Delivery>();
        for (var delivery : deliveries) {
            if (delivery.state() != Delivery.State.PENDING) {
                recorded.add(delivery);
            } else if (full(delivery.receiver())) {
                LOG.errorf("queue is full story=%s receiver=%s", delivery.story(), delivery.receiver());
                recorded.add(delivery.settled(
                        Delivery.State.FAILED, "the queue of the receiver is full: " + limit + " wait"));
            } else {
                metrics.added(delivery.receiver());
                recorded.add(delivery);
            }
        }
        store.record(recorded);
    }

    boolean full(String receiver) {
        return metrics.waiting(receiver) >= limit;
    }
}
