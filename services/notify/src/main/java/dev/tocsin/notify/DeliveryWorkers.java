package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Receiver;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Starts one worker for each receiver, and ends them with the service; keeps the record of deliveries short. */
@ApplicationScoped
class DeliveryWorkers {
    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private Map<String, ReceiverWorker> workers = Map.of();
    private final List<Thread> threads = new ArrayList<>();

    @Inject
    Receivers receivers;

    @Inject
    DeliveryStore store;

    @Inject
    WebhookClient client;

    @Inject
    DeadLetters deadLetters;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    NotifyConfig config;

    @Inject
    Clock clock;

    /** Before anything runs, because the first alert may arrive before the workers are started. */
    @PostConstruct
    void prepare() {
        // an attempt may try several addresses before its own time begins
        var lease = config.attemptTimeout().plus(config.connectTimeout()).multipliedBy(2);
        var parts = new ReceiverWorker.Parts(
                receivers.schedule(), store, client, deadLetters, metrics, clock, lease, config.idle());
        workers = receivers.all().stream()
                .collect(Collectors.toUnmodifiableMap(Receiver::id, r -> new ReceiverWorker(r, parts)));
    }

    void start(@Observes StartupEvent event) {
        workers.forEach((id, worker) ->
                threads.add(Thread.ofVirtual().name("webhook-" + id).start(worker)));
        threads.add(Thread.ofVirtual().name("housekeeping").start(this::keepHouse));
        LOG.infof("webhooks: %s", receivers.all().isEmpty() ? "none configured" : receivers.all());
    }

    /** Says that there is something new for these receivers. */
    void wake(Collection<String> ids) {
        for (var id : ids) {
            workers.get(id).wake();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.values().forEach(ReceiverWorker::close);
        threads.getLast().interrupt();
        for (var thread : threads) {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
            }
        }
    }

    private void keepHouse() {
        try {
            while (true) {
                try {
                    store.createIndexes();
                    store.forget(clock.instant().minus(config.keep()));
                } catch (RuntimeException e) {
                    LOG.warnf("housekeeping put off error=%s", e.toString());
                }
                Thread.sleep(HOUSEKEEPING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
