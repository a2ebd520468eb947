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
        pending.computeIfAbsent(
                        receiver,
                        id -> registry.gauge("tocsin.deliveries.pending", Tags.of("receiver", id), new AtomicLong()))
                .set(count);
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
