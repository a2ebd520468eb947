package dev.tocsin.ingest.publish;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Publishes each article once and each edit of it once: asks what was seen, sends what is new together, and marks as seen
 * what the channel has acknowledged, in this order. Whoever dies in between sends again after the restart, under the same
 * id; an edit under the same revision, because it was written down before it was sent; and a first text that was edited
 * meanwhile under the next, because of {@link Doubts} and {@link Salvage}.
 *
 * <p>Batches that run side by side and hold the same article do not both send it: the second waits for the first. So it is
 * with the address that an article's page names, which may be another article's. Each batch finishes its own articles
 * before it waits for another's, so no two can wait for each other; what it postpones until then, those who wait for it
 * publish themselves.
 */
public final class Publisher {
    /** Edits of an article in a day, where nothing else is configured. */
    public static final int EDITS_A_DAY = 10;

    private final SeenArticles seen;
    private final ArticleOutlet outlet;
    private final InstantSource clock;
    private final Editor editor;
    private final Completion finishing;
    private final Doubts doubts = new Doubts();
    private final ConcurrentHashMap<String, CompletableFuture<Landing>> inFlight = new ConcurrentHashMap<>();

    public Publisher(SeenArticles seen, ArticleOutlet outlet, InstantSource clock) {
        this(seen, outlet, clock, EDITS_A_DAY, Completion.NONE);
    }

    /**
     * @param editsADay the most revisions of one article that its giver can cause in a day, at least 1
     * @param finishing done to everything that goes out
     */
    public Publisher(
            SeenArticles seen, ArticleOutlet outlet, InstantSource clock, int editsADay, Completion finishing) {
        this.seen = seen;
        this.outlet = outlet;
        this.clock = clock;
        this.editor = new Editor(editsADay);
        this.finishing = finishing;
    }

    /** {@link #publish(List, Completion)} of articles that are complete. */
    public List<Publication> publish(List<Draft> drafts) throws OutletDownException {
        return publish(drafts, Completion.NONE);
    }

    /**
     * Blocks until the fate of every article is known.
     *
     * @param completion done to the articles that go out, before they do; what tells an edit is the article before it
     * @return one outcome a draft, in their order
     * @throws OutletDownException when nothing can be sent; nothing was marked then
     */
    public List<Publication> publish(List<Draft> drafts, Completion completion) throws OutletDownException {
        return publish(drafts, completion, true);
    }

    /** @param patient whether to wait for what pages name, once: two pages may name each other for ever */
    private List<Publication> publish(List<Draft> drafts, Completion completion, boolean patient)
            throws OutletDownException {
        var mine = new LinkedHashMap<String, Draft>();
        var theirs = new LinkedHashMap<String, CompletableFuture<Landing>>();
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
        var fates = new HashMap<String, Publication>();
        var held = new HashSet<>(mine.keySet());
        var postponed = new HashMap<String, CompletableFuture<Landing>>();
        try {
            if (!mine.isEmpty()) {
                fates.putAll(publishMine(mine.values(), completion, held, patient ? postponed : null));
            }
        } finally {
            release(held, fates, mine.keySet(), postponed.keySet());
        }
        if (!postponed.isEmpty()) {
            postponed.values().forEach(CompletableFuture::join);
            var again = postponed.keySet().stream().map(mine::get).toList();
            fates.putAll(fates(again, completion, false));
        }
        var left = new ArrayList<Draft>();
        for (var draft : drafts) {
            var other = theirs.get(draft.article().id());
            if (other != null && other.join() instanceof Landing.Postponed) {
                theirs.remove(draft.article().id());
                left.add(draft);
            }
        }
        if (!left.isEmpty()) {
            // postponing uses up a batch's patience, so that they do not go on for ever leaving it to each other
            fates.putAll(fates(left, completion, patient));
        }
        return outcomes(drafts, fates, theirs);
    }

    private Map<String, Publication> fates(List<Draft> again, Completion completion, boolean patient)
            throws OutletDownException {
        var outcomes = publish(again, completion, patient);
        var fates = new HashMap<String, Publication>();
        for (int i = 0; i < again.size(); i++) {
            fates.put(again.get(i).article().id(), outcomes.get(i));
        }
        return fates;
    }

    /** What is remembered of an article. */
    public Map<String, Seen> remembered(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : seen.among(ids);
    }

    /**
     * @param held the ids that are in flight because of this batch; those that its pages name are added
     * @param postponed takes articles whose pages name what another batch has in flight, with its flight; null to go on
     */
    private Map<String, Publication> publishMine(
            Collection<Draft> mine,
            Completion completion,
            Set<String> held,
            @Nullable Map<String, CompletableFuture<Landing>> postponed)
            throws OutletDownException {
        var known = seen.among(mine.stream().map(d -> d.article().id()).toList());
        var batch = new Batch(known, clock.instant());
        mine.forEach(draft -> batch.add(draft, editor, doubts));
        if (batch.sendsAnything()) {
            outlet.awaitReady();
            mark(batch.pending());
            batch.complete(completion.then(finishing));
            var named = batch.namedByPages();
            if (postponed != null) {
                var others = hold(named, held);
                batch.leaveOut(others.keySet()).forEach((id, name) -> postponed.put(id, others.get(name)));
            }
            batch.recognise(remembered(named));
            doubts.sending(batch.firsts());
            batch.send(outlet);
        }
        var marks = batch.marks();
        mark(marks);
        doubts.marked(marks);
        return batch.fates();
    }

    /** Takes these into flight too, and gives those that others have there. */
    private Map<String, CompletableFuture<Landing>> hold(Set<String> ids, Set<String> held) {
        var others = new HashMap<String, CompletableFuture<Landing>>();
        for (var id : ids) {
            if (!held.contains(id)) {
                var other = inFlight.putIfAbsent(id, new CompletableFuture<>());
                if (other == null) {
                    held.add(id);
                } else {
                    others.put(id, other);
                }
            }
        }
        return others;
    }

    private void mark(List<Mark> marks) {
        if (!marks.isEmpty()) {
            seen.mark(marks);
        }
    }

    /**
     * Only after marking: who finds no flight any more finds the article seen. No flight stays open for what is postponed:
     * two batches whose pages name each other's articles would wait for ever.
     */
    private void release(
            Collection<String> ids, Map<String, Publication> fates, Set<String> mine, Set<String> postponed) {
        for (var id : ids) {
            var flight = inFlight.remove(id);
            var fate = fates.get(id);
            if (flight != null && fate == null && (postponed.contains(id) || !mine.contains(id))) {
                flight.complete(new Landing.Postponed());
            } else if (flight != null) {
                flight.complete(new Landing.Told(fate == null ? Publication.FAILED : fate));
            }
        }
    }

    private static List<Publication> outcomes(
            List<Draft> drafts, Map<String, Publication> mine, Map<String, CompletableFuture<Landing>> theirs) {
        var outcomes = new ArrayList<Publication>(drafts.size());
        var counted = new HashSet<String>();
        for (var draft : drafts) {
            var id = draft.article().id();
            var other = theirs.get(id);
            var fate = other != null && other.join() instanceof Landing.Told(var told)
                    ? told
                    : mine.getOrDefault(id, Publication.FAILED);
            boolean again = other != null || !counted.add(id);
            outcomes.add(again && fate != Publication.FAILED ? Publication.DUPLICATE : fate);
        }
        return outcomes;
    }
}
