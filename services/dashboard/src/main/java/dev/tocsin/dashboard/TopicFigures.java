package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The topics in figures, kept for a while: to count them the archive walks through all their articles. */
@Singleton
final class TopicFigures {
    private static final Duration STAY = Duration.ofSeconds(30);
    private static final String ALL = "/status/topics";

    private final Lookups lookups;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** An answer, and until when it is not asked for again. */
    private record Kept(JsonNode figures, Instant until) {}

    TopicFigures(Lookups lookups, InstantSource clock) {
        this.lookups = lookups;
        this.clock = clock;
    }

    /** Of all topics; nothing where the archive does not say. */
    JsonNode all() {
        return figures(ALL);
    }

    /** Of one; nothing where the archive does not say. */
    JsonNode of(String topic) {
        return figures(ALL + "?topic=" + Neighbours.segment(topic));
    }

    private JsonNode figures(String path) {
        var now = clock.instant();
        kept.values().removeIf(k -> !now.isBefore(k.until()));
        var known = kept.get(path);
        if (known != null) {
            return known.figures();
        }
        var found = lookups.tree(Neighbour.ARCHIVE, path).found();
        found.ifPresent(figures -> kept.put(path, new Kept(figures, now.plus(STAY))));
        return found.orElseGet(MissingNode::getInstance);
    }
}
