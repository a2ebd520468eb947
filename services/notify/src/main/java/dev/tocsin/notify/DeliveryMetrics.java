package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What monitoring sees of deliveries, by receiver. */
@Singleton
final class DeliveryMetrics {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> pending = new ConcurrentHashMap<>();

    @Inject
    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void pending(String receiver, long count) {
        gauge(receiver).set(count);
    }

    /** Counts a message that was recorded; the next pass of its worker counts anew. */
    void added(String receiver) {
        gauge(receiver).incrementAndGet();
    }

    /** Counts a message that waits no more. */
    void ended(String receiver) {
        gauge(receiver).decrementAndGet();
    }

    /** How many wait, as far as this replica knows. */
    long waiting(String receiver) {
        return gauge(receiver).get();
    }

    private AtomicLong gauge(String receiver) {
        return pending.computeIfAbsent(receiver, id -> {
            // counted from nought, so that whoever watches sees the first one come
            registry.counter("tocsin.deliveries.delivered", "receiver", id);
            registry.counter("tocsin.deliveries.failed", "receiver", id);
            return registry.gauge("tocsin.deliveries.pending", Tags.of("receiver", id), new AtomicLong());
        });
    }

    void delivered(String receiver) {
        registry.counter("tocsin.deliveries.delivered", "receiver", receiver).increment();
    }

    void failed(String receiver) {
        registry.counter("tocsin.deliveries.failed", "receiver", receiver).increment();
    }

    void attempt(String receiver, Outcome outcome) {
        var word =
                switch (outcome) {
                    case Outcome.Delivered o -> "delivered";
                    case Outcome.Retryable o -> "retryable";
                    case Outcome.Refused o -> "refused";
                };
        registry.counter("tocsin.deliveries.attempts", "receiver", receiver, "outcome", word)
                .increment();
    }
}
