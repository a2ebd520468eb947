package dev.tocsin.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.routing.Escalation;
import dev.tocsin.notify.routing.Held;
import dev.tocsin.notify.routing.Route;
import dev.tocsin.notify.routing.Routes;
import dev.tocsin.notify.routing.Subject;
import dev.tocsin.notify.routing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Holds an alert for each route that takes it. */
final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    /** How far back is looked for a revision that a route told. */
    private static final int MOST_REVISIONS = 1000;

    private final Routes routes;
    private final HeldStore held;
    private final GroupStore groups;
    private final Escalator escalator;
    private final Duration maxAge;
    private final Clock clock;

    Intake(Routes routes, HeldStore held, GroupStore groups, Escalator escalator, Duration maxAge, Clock clock) {
        this.routes = routes;
        this.held = held;
        this.groups = groups;
        this.escalator = escalator;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * Takes an alert; when this returns, it is stored.
     *
     * @param json the alert as it came, fields from the future included
     * @return whether a route takes it
     */
    boolean take(JsonNode json, String event, String traceparent, Delivery.Origin origin) {
        var subject = Subject.of(json);
        var alert = subject.alert();
        var now = Instant.ofEpochMilli(clock.millis());
        var taking = taking(subject, now);
        if (taking.isEmpty()) {
            return false;
        }
        if (alert.times().alerted().isBefore(now.minus(maxAge))) {
            LOG.infof("alert is history, not delivered story=%s revision=%d", alert.story(), alert.revision());
            return false;
        }
        if (alert.msgType() == Alert.MsgType.Cancel && !known(alert, taking)) {
            // nobody is woken for what is over, also while the group still gathers
            escalator.end(alert.story(), new Escalation.Answer(now, Escalation.CANCELLED));
        }
        for (var route : taking) {
            var group = Held.group(route.name(), route.group(subject));
            var due = Timing.due(route, now, groups.standing(group).told(), alert.severity(), now);
            held.hold(
                    new Held(
                            Held.id(route.name(), alert.story(), alert.revision()),
                            route.name(),
                            group,
                            alert.story(),
                            alert.revision(),
                            json.toString(),
                            event,
                            traceparent,
                            origin,
                            now),
                    due);
        }
        return true;
    }

    /** Whoever heard of a story hears that it is over, whatever its alert looks like by now. */
    private Set<Route> taking(Subject subject, Instant now) {
        var taking = new LinkedHashSet<>(routes.taking(subject, now));
        if (subject.alert().msgType() == Alert.MsgType.Cancel) {
            routes.routes().stream()
                    .filter(route -> !taking.contains(route) && heard(route, subject.alert()))
                    .forEach(taking::add);
        }
        return taking;
    }

    /** Whether an alert came before; what has begun since then a Cancel that comes again must not end. */
    private boolean known(Alert alert, Set<Route> taking) {
        return taking.stream()
                .allMatch(route -> held.knows(List.of(Held.id(route.name(), alert.story(), alert.revision()))));
    }

    private boolean heard(Route route, Alert alert) {
        var before = IntStream.range(Math.max(1, alert.revision() - MOST_REVISIONS), alert.revision())
                .mapToObj(revision -> Held.id(route.name(), alert.story(), revision))
                .toList();
        return held.knows(before);
    }
}
