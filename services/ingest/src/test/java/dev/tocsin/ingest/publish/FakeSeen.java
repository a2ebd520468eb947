package dev.tocsin.ingest.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A memory in memory. */
public final class FakeSeen implements SeenArticles {
    public final Map<String, Seen> marked = new ConcurrentHashMap<>();
    final Map<String, String> aliases = new ConcurrentHashMap<>();
    final AtomicInteger questions = new AtomicInteger();
    final AtomicInteger writes = new AtomicInteger();
    volatile boolean breaksOnMark;
    volatile boolean breaksAfterSending;

    @Override
    public Map<String, Seen> among(Collection<String> ids) {
        questions.incrementAndGet();
        var found = new HashMap<String, Seen>();
        for (var id : ids) {
            Optional.ofNullable(marked.get(aliases.getOrDefault(id, id))).ifPresent(seen -> found.put(id, seen));
        }
        return found;
    }

    @Override
    public void mark(Collection<Mark> marks) {
        boolean before = marks.stream().allMatch(m -> m instanceof Mark.Pending);
        if (breaksOnMark || (breaksAfterSending && !before)) {
            throw new IllegalStateException("the store is gone");
        }
        writes.incrementAndGet();
        for (var mark : marks) {
            if (mark instanceof Mark.Alias(var id, var of)) {
                aliases.putIfAbsent(id, of);
            } else {
                marked.compute(mark.id(), (id, seen) -> marked(seen, mark));
            }
        }
    }

    private static Seen marked(Seen seen, Mark mark) {
        return switch (mark) {
            case Mark.Alias alias -> throw new IllegalArgumentException("an alias changes no article");
            case Mark.First(var first) -> seen == null ? first : seen;
            case Mark.Sighted(var id, var sighting) -> copy(seen, seen.edits(), seen.pending(), with(seen, sighting));
            case Mark.Held(var id, var words) ->
                copy(
                        seen,
                        new Edits(
                                seen.edits().day(),
                                seen.edits().today(),
                                seen.edits().past(),
                                words),
                        seen.pending(),
                        seen.sightings());
            case Mark.Pending(var id, var pending) -> copy(seen, seen.edits(), pending, seen.sightings());
            case Mark.Adopted(var id, var giver, var title, var wording, var sighting) ->
                new Seen(
                        id,
                        seen.revision(),
                        seen.at(),
                        giver,
                        title,
                        wording,
                        seen.edits(),
                        null,
                        seen.place(),
                        List.of(sighting));
            case Mark.Revised revised ->
                new Seen(
                        revised.id(),
                        revised.revision(),
                        seen.at(),
                        seen.giver(),
                        revised.wording() == null ? seen.title() : revised.title(),
                        Objects.requireNonNullElse(revised.wording(), seen.wording()),
                        revised.edits(),
                        null,
                        revised.place(),
                        seen.sightings());
        };
    }

    private static List<Sighting> with(Seen seen, Sighting sighting) {
        var all = new ArrayList<>(seen.sightings());
        all.add(sighting);
        return all;
    }

    private static Seen copy(Seen seen, Edits edits, Seen.Pending pending, List<Sighting> sightings) {
        return new Seen(
                seen.id(),
                seen.revision(),
                seen.at(),
                seen.giver(),
                seen.title(),
                seen.wording(),
                edits,
                pending,
                seen.place(),
                sightings);
    }
}
