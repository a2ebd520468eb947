package dev.tocsin.ingest.publish;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Publishes each article once: asks what was seen, sends the rest together, and marks as seen what the channel has
 * acknowledged, in this order. Whoever dies in between sends again after the restart, under the same id.
 *
 * <p>Batches that run side by side and hold the same article do not both send it: the second waits for the first. Each
 * batch finishes its own articles before it waits for another's, so no two can wait for each other.
 */
public final class Publisher {
    private final SeenArticles seen;
    private final ArticleOutlet outlet;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, CompletableFuture<Publication>> inFlight = new ConcurrentHashMap<>();

    public Publisher(SeenArticles seen, ArticleOutlet outlet, InstantSource clock) {
        this.seen = seen;
        this.outlet = outlet;
        this.clock = clock;
    }

    /**
     * Blocks until the fate of every article is known.
     *
     * @return one outcome a draft, in their order
     * @throws OutletDownException when nothing can be sent; nothing was marked then
     */
    public List<Publication> publish(List<Draft> drafts) throws OutletDownException {
        var mine = new LinkedHashMap<String, Draft>();
        var theirs = new LinkedHashMap<String, CompletableFuture<Publication>>();
        for (var draft : drafts) {
            var id = draft.article().id();
            if (!mine.containsKey(id) && !theirs.containsKey(id)) {
                var other = inFlight.putIfAbsent(id, new CompletableFuture<>());
                if (other == null) {
                    mine.put(id, draft);
                } else {
                    theirs.put(id, other);
                }
            }
        }
        Map<String, Publication> fates = Map.of();
        try {
            fates = mine.isEmpty() ? fates : publishMine(mine);
        } finally {
            release(mine.keySet(), fates);
        }
        return outcomes(drafts, fates, theirs);
    }

    private Map<String, Publication> publishMine(Map<String, Draft> mine) throws OutletDownException {
        var known = seen.among(mine.keySet());
        var fates = new LinkedHashMap<String, Publication>();
        var sends = new LinkedHashMap<String, CompletableFuture<Void>>();
        if (known.size() < mine.size()) {
            outlet.awaitReady();
        }
        mine.forEach((id, draft) -> {
            if (known.contains(id)) {
                fates.put(id, Publication.DUPLICATE);
            } else {
                sends.put(id, outlet.send(draft.article(), draft.trace()));
            }
        });
        sends.forEach((id, send) -> fates.put(id, acknowledged(send) ? Publication.PUBLISHED : Publication.FAILED));
        var acknowledged = mine.values().stream()
                .map(Draft::article)
                .filter(a -> fates.get(a.id()) == Publication.PUBLISHED)
                .toList();
        if (!acknowledged.isEmpty()) {
            seen.mark(acknowledged, clock.instant());
        }
        return fates;
    }

    private static boolean acknowledged(CompletableFuture<Void> send) {
        return send.handle((done, failure) -> failure == null).join();
    }

    /** Only after marking: who finds no flight any more finds the article seen. */
    private void release(Set<String> ids, Map<String, Publication> fates) {
        for (var id : ids) {
            var flight = inFlight.remove(id);
            if (flight != null) {
                flight.complete(fates.getOrDefault(id, Publication.FAILED));
            }
        }
    }

    private static List<Publication> outcomes(
            List<Draft> drafts, Map<String, Publication> mine, Map<String, CompletableFuture<Publication>> theirs) {
        var outcomes = new ArrayList<Publication>(drafts.size());
        var counted = new HashSet<String>();
        for (var draft : drafts) {
            var id = draft.article().id();
            var other = theirs.get(id);
            var fate = other == null ? mine.getOrDefault(id, Publication.FAILED) : other.join();
            boolean again = other != null || !counted.add(id);
            outcomes.add(again && fate == Publication.PUBLISHED ? Publication.DUPLICATE : fate);
        }
        return outcomes;
    }
}
