package dev.tocsin.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.routing.Held;
import dev.tocsin.notify.routing.Routes;
import dev.tocsin.notify.routing.Subject;
import dev.tocsin.notify.routing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Holds an alert for each route that takes it. */
final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

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
        var taking = routes.taking(subject, now);
        if (taking.isEmpty()) {
            return false;
        }
        if (alert.times().alerted().isBefore(now.minus(maxAge))) {
            LOG.infof("alert is history, not delivered story=%s revision=%d", alert.story(), alert.revision());
            return false;
        }
        for (var route : taking) {
            var group = Held.group(route.name(), route.group(subject));
            var due = Timing.due(route, now, groups.standing(group).told(), alert.severity());
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
        if (alert.msgType() == Alert.MsgType.Cancel) {
            // nobody is woken for what is over, also while the group still gathers
            escalator.end(alert.story(), "cancelled");
        }
        return true;
    }
}
