package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.publish.Publication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What ingest counts: articles by what became of them, polls by outcome, feeds by state. */
@ApplicationScoped
class IngestMetrics {
    static final String BY_FEED = "feed";
    static final String BY_PUSH = "push";
    static final String BY_LOOK = "relook";

    private final MeterRegistry registry;
    private final Map<FeedState, AtomicLong> feeds = new EnumMap<>(FeedState.class);

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var state : FeedState.values()) {
            var count = new AtomicLong();
            feeds.put(state, count);
            registry.gauge("tocsin.ingest.feeds", Tags.of("state", state.label()), count);
        }
    }

    void articles(String by, Collection<Publication> fates) {
        for (var fate : fates) {
            var state =
                    switch (fate) {
                        case PUBLISHED -> "accepted";
                        case REVISED -> "revised";
                        case DUPLICATE -> "duplicate";
                        case HELD -> "held";
                        case FAILED -> "failed";
                    };
            registry.counter("tocsin.ingest.articles", "by", by, "state", state).increment();
        }
    }

    void refused(String by, int count) {
        registry.counter("tocsin.ingest.articles", "by", by, "state", "refused").increment(count);
    }

    void poll(String outcome) {
        registry.counter("tocsin.ingest.polls", "outcome", outcome).increment();
    }

    void feeds(Map<FeedState, Long> byState) {
        feeds.forEach((state, count) -> count.set(byState.getOrDefault(state, 0L)));
    }
}
