package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Circuit;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.delivery.RetrySchedule;
import dev.tocsin.notify.message.Forms;
import dev.tocsin.notify.routing.InvalidRoutesException;
import dev.tocsin.notify.routing.Match;
import dev.tocsin.notify.routing.Route;
import dev.tocsin.notify.routing.Routes;
import dev.tocsin.notify.routing.RoutesFile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes, receivers and their bounds as configured, checked; what is wrong stops the service at start and is named. */
@Singleton
final class Routing {
    private final Routes routes;
    private final RetrySchedule schedule;
    private final Circuit.Policy circuit;
    private final Forms forms;

    @Inject
    Routing(NotifyConfig config) {
        this(config, System::getenv);
    }

    Routing(NotifyConfig config, Function<String, @Nullable String> environment) {
        routes = file(config, environment).with(webhooks(config));
        var retry = config.retry();
        schedule = new RetrySchedule(retry.attempts(), retry.firstDelay(), retry.maxDelay(), retry.total());
        circuit =
                new Circuit.Policy(config.circuit().failures(), config.circuit().pause());
        forms = new Forms(
                config.dashboardUrl().orElse(null), domain(config.mail().from()));
        positive("max-age", config.maxAge());
        positive("connect-timeout", config.connectTimeout());
        positive("attempt-timeout", config.attemptTimeout());
        positive("idle", config.idle());
        if (config.queueLimit() < 1) {
            throw new IllegalArgumentException(
                    "tocsin.notify.queue-limit is " + config.queueLimit() + ", the least is 1");
        }
        if (config.keep().compareTo(retry.total()) <= 0) {
            throw new IllegalArgumentException("tocsin.notify.keep is " + config.keep()
                    + ", it must be longer than tocsin.notify.retry.total, which is " + retry.total());
        }
        boolean mail = routes.receivers().values().stream().anyMatch(Receiver.Mailbox.class::isInstance);
        if (mail && config.mail().host().isEmpty()) {
            throw new IllegalArgumentException(
                    "a receiver is of type mail, but tocsin.notify.mail.host is not set: name the SMTP server");
        }
    }

    Routes routes() {
        return routes;
    }

    RetrySchedule schedule() {
        return schedule;
    }

    Circuit.Policy circuit() {
        return circuit;
    }

    Forms forms() {
        return forms;
    }

    private static Routes file(NotifyConfig config, Function<String, @Nullable String> environment) {
        if (config.routes().isEmpty()) {
            return new Routes(Map.of(), List.of(), List.of());
        }
        try {
            return RoutesFile.read(config.routes().get(), environment);
        } catch (InvalidRoutesException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Each webhook of the environment is a receiver with a route of its own that tells each revision at once. */
    private static Routes webhooks(NotifyConfig config) {
        var receivers = new LinkedHashMap<String, Receiver>();
        var routes = new ArrayList<Route>();
        config.webhooks().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var id = entry.getKey();
            var webhook = entry.getValue();
            receivers.put(id, webhook(id, webhook));
            routes.add(Route.plain(
                    "webhook-" + id, Match.ofTopics(webhook.topics().orElse(Set.of()), webhook.status()), List.of(id)));
        });
        return new Routes(receivers, routes, List.of());
    }

    private static Receiver webhook(String id, NotifyConfig.Webhook webhook) {
        var key = "tocsin.notify.webhooks." + id;
        if (!Receiver.ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    key + ": the name '" + id + "' must be 1 to 32 lower case letters, digits and hyphens");
        }
        var url = named(key + ".url ", () -> Receiver.url(webhook.url()));
        return named(key + ".secret: ", () -> new Receiver.Webhook(id, url, webhook.secret()));
    }

    /** Says which key is meant by what is wrong with its value. */
    private static <T> T named(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + e.getMessage(), e);
        }
    }

    private static String domain(String from) {
        var address = from.replaceAll("[<>\\s]+$", "");
        var domain = address.substring(address.lastIndexOf('@') + 1);
        if (!domain.matches("[A-Za-z0-9.-]{1,255}")) {
            throw new IllegalArgumentException(
                    "tocsin.notify.mail.from is '" + from + "', expected an address such as tocsin@example.org");
        }
        return domain;
    }

    private static void positive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("tocsin.notify." + key + " is " + value + ", it must be above 0");
        }
    }
}
