package dev.tocsin.notify;

import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.EscalationStore.Stored;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.message.Notice;
import dev.tocsin.notify.routing.ClockBack;
import dev.tocsin.notify.routing.Escalation;
import dev.tocsin.notify.routing.Held;
import dev.tocsin.notify.routing.Route;
import dev.tocsin.notify.routing.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins escalations when a route tells of a story, takes their steps while nobody answers, and ends them when one does. */
final class Escalator {
    private static final Logger LOG = Logger.getLogger(Escalator.class);

    private final Routes routes;
    private final EscalationStore store;
    private final Outbox outbox;
    private final Clock clock;

    Escalator(Routes routes, EscalationStore store, Outbox outbox, Clock clock) {
        this.routes = routes;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A route told of a story. */
    void told(Route route, Held alert, Instant at) {
        if (route.steps().isEmpty()) {
            return;
        }
        var before = store.of(route.name(), alert.story()).orElse(null);
        var answer = store.answer(alert.story()).orElse(null);
        Alert read = alert.subject().alert();
        var after = Escalation.told(before, answer, route, read, alert.held(), at);
        store.save(before, after, alert, after.due(route).orElse(null));
    }

    /** Those with a step that is due. */
    List<Stored> due() {
        return store.due(now());
    }

    Optional<Instant> next() {
        return store.next();
    }

    /** The desk answered, or the story is over; counts for what waits to be told too, and for nothing that came after it. */
    void end(String story, Escalation.Answer answer) {
        store.answer(story, answer);
        var why = answer.words();
        for (var stored : store.running(story)) {
            var before = stored.escalation();
            boolean comparable = !ClockBack.since(before.started(), now());
            if (comparable
                    && !before.answered(answer)
                    && answer.at().isBefore(stored.alert().held())) {
                continue;
            }
            store.save(before, before.end(why), stored.alert(), null);
        }
    }

    /**
     * Takes a step that is due; returns for whom there is something to deliver.
     *
     * @param silenced says why nobody is to be told at a time, or null
     */
    List<String> step(Stored stored, BiFunction<Held, Instant, @Nullable String> silenced) {
        var escalation = stored.escalation();
        var route = routes.named(escalation.route()).orElse(null);
        if (route == null || escalation.step() >= route.steps().size()) {
            store.save(escalation, escalation.end("the route has no such step any more"), stored.alert(), null);
            return List.of();
        }
        if (ClockBack.since(escalation.started(), now())) {
            var anew = escalation.from(now());
            store.save(escalation, anew, stored.alert(), anew.due(route).orElse(null));
            return List.of();
        }
        var answer = store.answer(escalation.story()).orElse(null);
        if (answer != null && escalation.answered(answer)) {
            store.save(escalation, escalation.end(answer.words()), stored.alert(), null);
            return List.of();
        }
        var step = route.steps().get(escalation.step());
        var why = silenced.apply(stored.alert(), now());
        var deliveries = step.receivers().stream()
                .map(receiver -> delivery(escalation, stored.alert(), step, receiver))
                .map(delivery -> why == null ? delivery : delivery.settled(Delivery.State.SILENCED, why))
                .toList();
        outbox.record(deliveries);
        var after = escalation.next();
        store.save(escalation, after, stored.alert(), after.due(route).orElse(null));
        LOG.infof("escalated story=%s route=%s step=%d", escalation.story(), route.name(), escalation.step() + 1);
        return step.receivers();
    }

    /** Its key names the step and not the revision, which may have grown when the step is taken again after a crash. */
    private Delivery delivery(Escalation escalation, Held alert, Route.Step step, String receiver) {
        var json = alert.json();
        return Delivery.pending(
                String.join(
                        ":",
                        "escalation",
                        escalation.route(),
                        escalation.story(),
                        String.valueOf(escalation.generation()),
                        String.valueOf(escalation.step() + 1),
                        receiver),
                alert.story(),
                alert.revision(),
                json.path("topic").asText(),
                receiver,
                alert.event(),
                alert.traceparent(),
                alert.origin(),
                new Notice(Notice.Kind.ESCALATION, escalation.route(), "within " + words(step.after()), List.of(json))
                        .json(),
                now());
    }

    /** In milliseconds, as the store keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static String words(Duration after) {
        return after.toMinutes() > 0 && after.toSecondsPart() == 0
                ? after.toMinutes() + " min"
                : after.toSeconds() + " s";
    }
}
