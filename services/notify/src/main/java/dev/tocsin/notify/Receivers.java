package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.delivery.RetrySchedule;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configured receivers and their schedule, checked; a wrong key stops the service at start and is named. */
@Singleton
final class Receivers {
    private final List<Receiver> all;
    private final RetrySchedule schedule;

    @Inject
    Receivers(NotifyConfig config) {
        all = config.webhooks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> Receiver.of(
                        e.getKey(),
                        e.getValue().url(),
                        e.getValue().secret(),
                        e.getValue().topics().orElse(Set.of())))
                .toList();
        var retry = config.retry();
        schedule = new RetrySchedule(retry.attempts(), retry.firstDelay(), retry.maxDelay(), retry.total());
        positive("max-age", config.maxAge());
        positive("connect-timeout", config.connectTimeout());
        positive("attempt-timeout", config.attemptTimeout());
        positive("idle", config.idle());
        if (config.keep().compareTo(retry.total()) <= 0) {
            throw new IllegalArgumentException("tocsin.notify.keep is " + config.keep()
                    + ", it must be longer than tocsin.notify.retry.total, which is " + retry.total());
        }
    }

    List<Receiver> all() {
        return all;
    }

    List<Receiver> wanting(String topic) {
        return all.stream().filter(r -> r.wants(topic)).toList();
    }

    RetrySchedule schedule() {
        return schedule;
    }

    private static void positive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("tocsin.notify." + key + " is " + value + ", it must be above 0");
        }
    }
}
