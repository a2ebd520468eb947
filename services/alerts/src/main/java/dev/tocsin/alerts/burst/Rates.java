package dev.tocsin.alerts.burst;

import dev.tocsin.alerts.story.Lane;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in one lane: a rate of each subject, and the latest articles to show. Lives in memory and is rebuilt from
 * the store; nothing is decided here.
 */
public final class Rates {
    private final Lane lane;
    private final Map<String, Rate> bySubject = new HashMap<>();
    private final NavigableMap<String, Report> latest = new TreeMap<>();
    private Instant clock = Instant.EPOCH;

    public Rates(Lane lane) {
        this.lane = lane;
    }

    public Lane lane() {
        return lane;
    }

    public void put(Rate rate) {
        bySubject.put(rate.subject().key(), rate);
    }

    public void drop(String subject) {
        bySubject.remove(subject);
    }

    public void put(Report report) {
        latest.put(report.order(), report);
        clock = report.clock().isAfter(clock) ? report.clock() : clock;
    }

    public void drop(Report report) {
        latest.remove(report.order());
    }

    Optional<Rate> of(Subject subject) {
        return Optional.ofNullable(bySubject.get(subject.key()));
    }

    @Nullable
    Rate byKey(String subject) {
        return bySubject.get(subject);
    }

    /** How many subjects there are, with these among them. */
    int count(Collection<String> others) {
        return bySubject.size()
                + (int) others.stream()
                        .filter(key -> !bySubject.containsKey(key))
                        .count();
    }

    public Collection<Rate> all() {
        return bySubject.values();
    }

    /** Whether any burst lasts. */
    public boolean bursts() {
        return bySubject.values().stream().anyMatch(Rate::bursts);
    }

    /** The latest articles by event time, the oldest first. */
    public List<Report> latest() {
        return List.copyOf(latest.values());
    }

    /** Stream time of the latest articles. */
    public Instant clock() {
        return clock;
    }

    /** The burst that an alert told of; empty where it is not known any more. */
    Optional<Rate> told(String story) {
        return bySubject.values().stream()
                .filter(rate -> rate.episode() != null
                        && BurstAlert.story(lane, rate.subject(), rate.episode())
                                .equals(story))
                .findFirst();
    }

    /** Whether an alert of this lane told of a burst under that id. */
    public boolean knows(String story) {
        return told(story).isPresent();
    }
}
