package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.StoryReaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stances of actors over time. A stance has one entry, as of when it was first told; later tellings of it add
 * nothing, so that a newspaper's summary of last week turns nobody back. Stances of one moment are held together.
 */
final class Matrix {
    private static final int MOST = 150;

    private record Told(Stance stance, String article, String source, Instant at) {}

    private static final Comparator<Told> BY_TIME = Comparator.comparing(Told::at)
            .thenComparing(Told::article)
            .thenComparing(t -> t.stance().statement());

    private Matrix() {}

    /** The entries by actor, and of an actor by time; the latest where there are too many. */
    static List<StoryReaction> of(List<List<Report>> revisions) {
        var told = new ArrayList<Told>();
        revisions.forEach(article -> addTo(told, article));
        told.sort(BY_TIME);
        Map<String, List<Told>> byActor = new TreeMap<>();
        for (var one : told) {
            byActor.computeIfAbsent(one.stance().actor(), a -> new ArrayList<>())
                    .add(one);
        }
        return latest(
                byActor.values().stream().flatMap(t -> entries(t).stream()).toList());
    }

    private static List<StoryReaction> latest(List<StoryReaction> all) {
        if (all.size() <= MOST) {
            return all;
        }
        var since = all.stream()
                .map(StoryReaction::at)
                .sorted()
                .skip(all.size() - MOST)
                .findFirst()
                .orElseThrow();
        return all.stream().filter(r -> !r.at().isBefore(since)).limit(MOST).toList();
    }

    private static void addTo(List<Told> told, List<Report> revisions) {
        for (var stance : revisions.getLast().stances()) {
            revisions.stream()
                    .filter(r ->
                            r.stances().stream().anyMatch(s -> s.statement().equals(stance.statement())))
                    .findFirst()
                    .ifPresent(r -> told.add(new Told(stance, r.article(), r.source(), r.at())));
        }
    }

    private static List<StoryReaction> entries(List<Told> ofActor) {
        Map<String, StoryReaction> entries = new LinkedHashMap<>();
        for (var told : ofActor) {
            var stance = told.stance();
            var towards = stance.towards() == null ? "" : stance.towards();
            if (entries.values().stream().noneMatch(e -> e.stance().equals(stance.stance())) || !towards.isEmpty()) {
                entries.putIfAbsent(
                        stance.stance() + "|" + towards,
                        new StoryReaction(
                                stance.actor(),
                                stance.stance(),
                                stance.towards(),
                                told.at(),
                                stance.quote(),
                                told.article(),
                                stance.code(),
                                told.source(),
                                previous(entries.values(), told)));
            }
        }
        return List.copyOf(entries.values());
    }

    /** The latest other stance of an earlier time. */
    private static @Nullable String previous(Iterable<StoryReaction> before, Told told) {
        String previous = null;
        for (var entry : before) {
            boolean same = entry.stance().equals(told.stance().stance());
            if (same) {
                return null;
            }
            previous = entry.at().isBefore(told.at()) ? entry.stance() : previous;
        }
        return previous;
    }
}
