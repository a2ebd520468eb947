package dev.tocsin.ingest.coverage;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The feeds of one country, of one language, or all, summed up. */
final class Group {
    private static final int SHOWN = 10;
    private static final int LEAST_FEEDS = 2;

    private final Subject subject;
    private @Nullable Hours hours;
    private int feeds;
    private final Map<Cause, Double> missing = new EnumMap<>(Cause.class);
    private final PriorityQueue<Silent> silent = new PriorityQueue<>(Comparator.comparingDouble(Silent::missing));

    Group(Subject subject) {
        this.subject = subject;
    }

    Subject subject() {
        return subject;
    }

    void add(Survey.Feed feed, Hours of, double lacking) {
        if (hours == null) {
            hours = of.empty();
        }
        hours.add(of);
        feeds++;
        if (lacking > 0) {
            missing.merge(feed.cause(), lacking, Double::sum);
            silent.add(new Silent(feed.id(), feed.name(), lacking));
            if (silent.size() > SHOWN) {
                silent.remove();
            }
        }
    }

    /** Whether more is silent than one feed, which speaks for itself; what is quiet is looked at until it is back. */
    boolean isWorthALook(@Nullable Episode before) {
        return silent.size() >= LEAST_FEEDS || feeds > 0 && before != null && before.lasts();
    }

    Hours hours() {
        return hours == null ? Hours.upTo(Instant.EPOCH) : hours;
    }

    /** That which most of the missing articles are missing for. */
    Cause cause() {
        return missing.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Cause.WENT_QUIET);
    }

    /** Those that most is missing of, the most first. */
    List<Silent> silent() {
        return silent.stream()
                .sorted(Comparator.comparingDouble(Silent::missing).reversed())
                .toList();
    }
}
