package dev.tocsin.notify;

import com.mongodb.MongoException;
import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.GroupStore.Flush;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.routing.Bundle;
import dev.tocsin.notify.routing.ClockBack;
import dev.tocsin.notify.routing.Digest;
import dev.tocsin.notify.routing.Held;
import dev.tocsin.notify.routing.Route;
import dev.tocsin.notify.routing.Routes;
import dev.tocsin.notify.routing.Silence;
import dev.tocsin.notify.routing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is due: takes what groups hold, records it as deliveries, and begins escalations. Each step is one write, and
 * each is done again by whoever finds it undone; keys follow from what is told, so that doing it again changes nothing.
 */
final class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Routes routes;
    private final HeldStore held;
    private final GroupStore groups;
    private final SilenceStore silences;
    private final Escalator escalator;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<Route, Digest> digests = new LinkedHashMap<>();
    private boolean stuck;

    Dispatcher(
            Routes routes,
            HeldStore held,
            GroupStore groups,
            SilenceStore silences,
            Escalator escalator,
            Outbox outbox,
            Clock clock) {
        this.routes = routes;
        this.held = held;
        this.groups = groups;
        this.silences = silences;
        this.escalator = escalator;
        this.outbox = outbox;
        this.clock = clock;
        for (var route : routes.routes()) {
            if (route.digest() != null) {
                digests.put(route, route.digest());
            }
        }
    }

    /** Lets digests that are new begin now. */
    void prepare() {
        digests.keySet().forEach(route -> groups.begin(group(route), now()));
    }

    /** Does all that is due, and returns for whom there is something to deliver. */
    Set<String> pass() {
        var woken = new HashSet<String>();
        stuck = false;
        for (var flush : groups.open()) {
            woken.addAll(guarded(flush.group(), () -> finish(flush)));
        }
        digests.forEach((route, digest) -> woken.addAll(guarded(group(route), () -> digest(route, digest))));
        held.due(now()).forEach((group, route) -> woken.addAll(guarded(group, () -> ring(group, route))));
        escalator
                .due()
                .forEach(stored -> woken.addAll(guarded(
                        Held.group(
                                stored.escalation().route(), stored.escalation().story()),
                        () -> escalator.step(stored, this::reason))));
        return woken;
    }

    /** One group that cannot be told holds up no other; a store that is down holds up all. */
    private Collection<String> guarded(String group, Supplier<Collection<String>> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            stuck = true;
            LOG.errorf("group cannot be told group=%s error=%s", group, e.toString());
            return Set.of();
        }
    }

    /** How long there is nothing to do, as far as is known. */
    Duration pause(Duration most) {
        if (stuck) {
            // it stays due, and is tried again without haste
            return most;
        }
        var now = now();
        var soonest = Stream.of(
                        held.next().stream(),
                        escalator.next().stream(),
                        digests.entrySet().stream()
                                .map(digest -> digest.getValue().next(told(group(digest.getKey()), now))))
                .flatMap(s -> s)
                .min(Instant::compareTo);
        var pause = soonest.map(at -> Duration.between(now, at).plusMillis(1)).orElse(most);
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(most) < 0 ? pause : most;
    }

    private Set<String> ring(String group, String name) {
        var waiting = held.of(group);
        var route = routes.named(name);
        if (waiting.isEmpty()) {
            return Set.of();
        }
        if (route.isEmpty()) {
            orphaned(waiting);
            return Set.of();
        }
        var standing = groups.standing(group);
        var severity = waiting.stream()
                .map(h -> h.subject().alert().severity())
                .min(Alert.Severity::compareTo)
                .orElse(Alert.Severity.Unknown);
        var now = now();
        var due = Timing.due(route.get(), waiting.getFirst().held(), standing.told(), severity, now);
        if (due.isAfter(now)) {
            held.postpone(waiting.stream().map(Held::id).toList(), due);
            return Set.of();
        }
        return flush(route.get(), group, standing.number() + 1, now, waiting);
    }

    private Set<String> digest(Route route, Digest digest) {
        var group = group(route);
        var standing = groups.standing(group);
        var now = now();
        var told = standing.told();
        if (told != null && ClockBack.since(told, now)) {
            groups.restart(group, now);
            return Set.of();
        }
        if (told == null || digest.next(told).isAfter(now)) {
            return Set.of();
        }
        return flush(route, group, standing.number() + 1, now, held.of(group));
    }

    private Set<String> flush(Route route, String group, int number, Instant now, List<Held> waiting) {
        var flush = new Flush(
                group, route.name(), number, now, waiting.stream().map(Held::id).toList());
        return groups.begin(flush) ? finish(flush) : Set.of();
    }

    private Set<String> finish(Flush flush) {
        var waiting = held.withIds(flush.ids()).stream()
                .sorted(Comparator.comparing(Held::story).thenComparingInt(Held::revision))
                .toList();
        if (waiting.size() < flush.ids().size()) {
            letGo(flush);
            return Set.of();
        }
        var named = routes.named(flush.route());
        if (named.isEmpty()) {
            orphaned(waiting);
            groups.end(flush);
            return Set.of();
        }
        var route = named.get();
        var receivers = routes.receivers(route.receivers());
        Map<Held, String> kept = new LinkedHashMap<>();
        var audible = new ArrayList<Held>();
        for (var alert : waiting) {
            var reason = reason(alert, flush.at());
            if (reason == null) {
                audible.add(alert);
            } else {
                kept.put(alert, reason);
            }
        }
        var bundle = new Bundle(route, flush.group(), flush.number(), flush.at());
        var deliveries = new ArrayList<>(bundle.silenced(kept, receivers));
        boolean tells =
                !audible.isEmpty() || route.digest() != null && route.digest().empty();
        if (tells) {
            deliveries.addAll(bundle.deliveries(audible, receivers));
        }
        outbox.record(deliveries);
        audible.forEach(alert -> escalator.told(route, alert, flush.at()));
        held.told(flush.ids(), flush.at());
        groups.end(flush);
        return tells ? Set.copyOf(route.receivers()) : Set.of();
    }

    /** Ends a flush of which somebody let some go: what he told is done, the rest waits for a flush of its own. */
    private void letGo(Flush flush) {
        var told = held.toldOf(flush.ids());
        held.told(List.copyOf(told), flush.at());
        if (told.containsAll(flush.ids())) {
            groups.end(flush);
        } else {
            groups.drop(flush);
        }
    }

    /** Why nobody is to be told, or null. */
    private @Nullable String reason(Held alert, Instant at) {
        var subject = alert.subject();
        return Stream.concat(routes.silences().stream(), silences.all().stream())
                .filter(silence -> silence.holds(subject, at))
                .findFirst()
                .map(Silence::reason)
                .orElse(null);
    }

    /** What waited for a route that the file does not hold any more stays in the record. */
    private void orphaned(List<Held> waiting) {
        for (var alert : waiting) {
            LOG.warnf("route is gone route=%s story=%s revision=%d", alert.route(), alert.story(), alert.revision());
        }
        outbox.record(waiting.stream()
                .map(alert -> Delivery.pending(
                                "orphan:" + alert.id(),
                                alert.story(),
                                alert.revision(),
                                alert.json().path("topic").asText(),
                                "none",
                                alert.event(),
                                alert.traceparent(),
                                alert.origin(),
                                alert.payload(),
                                now())
                        .settled(
                                Delivery.State.FAILED,
                                "the route '" + alert.route() + "' is gone from the routes file"))
                .toList());
        held.told(waiting.stream().map(Held::id).toList(), now());
    }

    private Instant told(String group, Instant otherwise) {
        var told = groups.standing(group).told();
        return told == null ? otherwise : told;
    }

    private static String group(Route route) {
        return Held.group(route.name(), route.name());
    }

    /** In milliseconds, as the store keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
