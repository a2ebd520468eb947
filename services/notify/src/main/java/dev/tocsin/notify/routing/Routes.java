package dev.tocsin.notify.routing;

import dev.tocsin.notify.delivery.Receiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All routes, whom they lead to, and the silences that the file holds.
 *
 * @param receivers by id
 */
public record Routes(Map<String, Receiver> receivers, List<Route> routes, List<Silence> silences) {
    public Routes {
        receivers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(receivers));
        routes = List.copyOf(routes);
        silences = List.copyOf(silences);
        var names = new HashSet<String>();
        for (var route : routes) {
            if (!names.add(route.name())) {
                throw new IllegalArgumentException("two routes have the name '" + route.name() + "'");
            }
        }
    }

    /** The routes an alert takes, in the file's order. */
    public List<Route> taking(Subject subject, Instant now) {
        return routes.stream().filter(route -> route.takes(subject, now)).toList();
    }

    public Optional<Route> named(String name) {
        return routes.stream().filter(route -> route.name().equals(name)).findFirst();
    }

    public List<Receiver> receivers(List<String> ids) {
        return ids.stream().map(receivers::get).toList();
    }

    /** These and others, which must not share a name. */
    public Routes with(Routes others) {
        var all = new LinkedHashMap<>(receivers);
        others.receivers.forEach((id, receiver) -> {
            if (all.putIfAbsent(id, receiver) != null) {
                throw new IllegalArgumentException("the receiver '" + id
                        + "' stands in the routes file and in the environment (tocsin.notify.webhooks." + id
                        + "): rename one");
            }
        });
        var routes = new ArrayList<>(this.routes);
        routes.addAll(others.routes);
        return new Routes(all, routes, silences);
    }
}
