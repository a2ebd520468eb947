package dev.tocsin.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.notify.delivery.Delivery;
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
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Runs the parts: takes what comes, tells what is due on one thread, delivers on one thread a receiver, and keeps the
 * record short. All state stands in the store, so several replicas may run at once and any of them may die.
 */
@ApplicationScoped
class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final BlockingQueue<Boolean> alarm = new ArrayBlockingQueue<>(1);
    private final List<Thread> threads = new ArrayList<>();
    private Map<String, ReceiverWorker> workers = Map.of();
    private volatile boolean open = true;
    private Dispatcher dispatcher;
    private Intake intake;
    private Answers answers;

    @Inject
    Routing routing;

    @Inject
    HeldStore held;

    @Inject
    GroupStore groups;

    @Inject
    EscalationStore escalations;

    @Inject
    SilenceStore silences;

    @Inject
    DeliveryStore deliveries;

    @Inject
    Outbox outbox;

    @Inject
    Senders senders;

    @Inject
    DeadLetters deadLetters;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    NotifyConfig config;

    @Inject
    Clock clock;

    /** Before anything runs, because the first alert may arrive before the threads are started. */
    @PostConstruct
    void prepare() {
        var routes = routing.routes();
        var escalator = new Escalator(routes, escalations, outbox, clock);
        dispatcher = new Dispatcher(routes, held, groups, silences, escalator, outbox, clock);
        intake = new Intake(routes, held, groups, escalator, config.maxAge(), clock);
        answers = new Answers(routes, escalator, deliveries, outbox, clock);
        // longer than any attempt: one may try several addresses first, and a mail has a deadline of its own
        var lease = config.attemptTimeout().plus(config.connectTimeout()).multipliedBy(2);
        var parts = new ReceiverWorker.Parts(
                routing.schedule(),
                routing.circuit(),
                deliveries,
                senders,
                deadLetters,
                metrics,
                clock,
                lease,
                config.idle());
        workers = routes.receivers().values().stream()
                .collect(Collectors.toUnmodifiableMap(Receiver::id, receiver -> new ReceiverWorker(receiver, parts)));
    }

    void start(@Observes StartupEvent event) {
        workers.forEach((id, worker) ->
                threads.add(Thread.ofVirtual().name("receiver-" + id).start(worker)));
        threads.add(Thread.ofVirtual().name("dispatcher").start(this::dispatch));
        threads.add(Thread.ofVirtual().name("housekeeping").start(this::keepHouse));
        var receivers = routing.routes().receivers().values();
        LOG.infof("receivers: %s", receivers.isEmpty() ? "none configured" : receivers);
    }

    /** Takes an alert. */
    void take(JsonNode json, String event, String traceparent, Delivery.Origin origin) {
        if (intake.take(json, event, traceparent, origin)) {
            alarm.offer(true);
        }
    }

    /** Takes a verdict. */
    void take(Verdict verdict) {
        wake(answers.take(verdict));
    }

    /** Says that there is something new for these receivers. */
    void wake(Collection<String> ids) {
        for (var id : ids) {
            worker(id).ifPresent(ReceiverWorker::wake);
        }
    }

    Optional<ReceiverWorker> worker(String receiver) {
        return Optional.ofNullable(workers.get(receiver));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        open = false;
        alarm.offer(true);
        workers.values().forEach(ReceiverWorker::close);
        threads.getLast().interrupt();
        for (var thread : threads) {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
            }
        }
    }

    private void dispatch() {
        boolean prepared = false;
        try {
            while (open) {
                var pause = config.idle();
                try {
                    if (!prepared) {
                        dispatcher.prepare();
                        prepared = true;
                    }
                    wake(dispatcher.pass());
                    pause = dispatcher.pause(config.idle());
                } catch (RuntimeException e) {
                    // the store is down: nothing is lost, and its health check says so
                    LOG.errorf("dispatcher pauses error=%s", e.toString());
                }
                alarm.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepHouse() {
        try {
            while (true) {
                try {
                    deliveries.createIndexes();
                    held.createIndexes();
                    escalations.createIndexes();
                    // nobody else writes those of receivers that are gone
                    new OwedLetters(deliveries, deadLetters).write(deliveries.lettersOwedByOthers(workers.keySet()));
                    var before = clock.instant().minus(config.keep());
                    deliveries.forget(before);
                    held.forget(before);
                    groups.forget(before);
                    escalations.forget(before);
                    silences.forget(before);
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
