package dev.tocsin.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.notify.delivery.Circuit;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.RetrySchedule;
import dev.tocsin.notify.routing.Routes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The parts of notify as one process has them, without threads: a test says who does what when. */
final class Service {
    final Intake intake;
    final Dispatcher dispatcher;
    final Answers answers;
    final DeliveryStore deliveries;
    final SilenceStore silences;
    final DeliveryMetrics metrics;
    final HeldStore held;
    final GroupStore groups;
    final EscalationStore escalations;
    final List<ReceiverWorker> workers = new ArrayList<>();

    Service(Routes routes, MongoClient mongo, Clock clock, Sender sender, int queueLimit) {
        this(routes, mongo, clock, sender, new NoLetters(), queueLimit);
    }

    Service(Routes routes, MongoClient mongo, Clock clock, Sender sender, DeadLetters letters, int queueLimit) {
        held = new HeldStore(mongo);
        groups = new GroupStore(mongo);
        escalations = new EscalationStore(mongo);
        silences = new SilenceStore(mongo);
        deliveries = new DeliveryStore(mongo);
        metrics = new DeliveryMetrics(new SimpleMeterRegistry());
        var outbox = new Outbox(deliveries, metrics, queueLimit);
        var escalator = new Escalator(routes, escalations, outbox, clock);
        intake = new Intake(routes, held, groups, escalator, Duration.ofHours(24), clock);
        dispatcher = new Dispatcher(routes, held, groups, silences, escalator, outbox, clock);
        answers = new Answers(routes, escalator, deliveries, outbox, clock);
        var parts = new ReceiverWorker.Parts(
                new RetrySchedule(15, Duration.ofSeconds(1), Duration.ofMinutes(30), Duration.ofHours(6)),
                new Circuit.Policy(5, Duration.ofMinutes(1)),
                deliveries,
                sender,
                letters,
                metrics,
                clock,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
        routes.receivers().values().forEach(receiver -> workers.add(new ReceiverWorker(receiver, parts)));
        dispatcher.prepare();
    }

    void take(JsonNode alert) {
        intake.take(
                alert,
                alert.path("story").asText() + "." + alert.path("revision").asInt(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                new Delivery.Origin(
                        "tocsin.alerts.v1", 0, 1, alert.path("story").asText()));
    }

    void take(Verdict verdict) {
        answers.take(verdict);
    }

    /** Does all that is due now; returns how long nothing is. */
    Duration run() {
        dispatcher.pass();
        var pause = dispatcher.pause(Duration.ofSeconds(10));
        for (var worker : workers) {
            var wanted = worker.pass();
            pause = wanted.compareTo(pause) < 0 ? wanted : pause;
        }
        return pause;
    }

    ReceiverWorker worker(String receiver) {
        return workers.stream()
                .filter(worker -> worker.receiver().id().equals(receiver))
                .findFirst()
                .orElseThrow();
    }

    /** There is no broker here. */
    static final class NoLetters extends DeadLetters {
        @Override
        void undelivered(Delivery delivery, String reason) {}
    }
}
