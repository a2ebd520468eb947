package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.edit.Titles;
import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles that are published together, from the decision on each to what is to be remembered of it. */
final class Batch {
    private final Map<String, Seen> known;
    private final Instant now;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private final List<Mark> notes = new ArrayList<>();
    private final Map<String, Publication> fates = new LinkedHashMap<>();

    /** A draft that goes out: as it was decided on, and as it is sent. */
    private static final class Outgoing {
        private final Draft draft;
        private final Decision decision;
        private FetchedArticle article;
        private Optional<Place> place = Optional.empty();

        /** The id that the page's own address would give, where that is another; null where it says nothing new. */
        private @Nullable String named;

        Outgoing(Draft draft, Decision decision, FetchedArticle article) {
            this.draft = draft;
            this.decision = decision;
            this.article = article;
        }
    }

    Batch(Map<String, Seen> known, Instant now) {
        this.known = known;
        this.now = now;
    }

    void add(Draft draft, Editor editor, Doubts doubts) {
        var id = draft.article().id();
        switch (editor.decide(known.get(id), doubts.about(id), draft, now)) {
            case Decision.First first -> outgoing.add(new Outgoing(draft, first, first.article()));
            case Decision.Revise revise -> outgoing.add(new Outgoing(draft, revise, revise.article()));
            case Decision.Note(var mark, var fate) -> {
                notes.add(mark);
                fates.put(id, fate);
            }
            case Decision.Nothing() -> fates.put(id, Publication.DUPLICATE);
        }
    }

    boolean sendsAnything() {
        return !outgoing.isEmpty();
    }

    /** What is to be written down before anything is sent: edits, which are rare. */
    List<Mark> pending() {
        return outgoing.stream()
                .<Mark>mapMulti((o, out) -> {
                    if (o.decision instanceof Decision.Revise(var article, var key, var wording)) {
                        var pending = new Seen.Pending(article.revision(), key, wording == null);
                        if (!pending.equals(known(o).pending())) {
                            out.accept(new Mark.Pending(article.id(), pending));
                        }
                    }
                })
                .toList();
    }

    /** The first texts that go out. */
    Map<String, Seen.Pending> firsts() {
        var firsts = new HashMap<String, Seen.Pending>();
        for (var one : outgoing) {
            if (one.decision instanceof Decision.First(var article, var wording)) {
                firsts.put(article.id(), new Seen.Pending(article.revision(), wording.words(), false));
            }
        }
        return firsts;
    }

    void complete(Completion completion) {
        var completed =
                completion.complete(outgoing.stream().map(o -> o.article).toList());
        for (int i = 0; i < outgoing.size(); i++) {
            outgoing.get(i).article = completed.get(i);
        }
    }

    /** Other ids by which articles that seem new are perhaps known: their pages name other addresses as their own. */
    Set<String> namedByPages() {
        for (var one : outgoing) {
            var before = one.draft.article().canonicalUrl();
            var after = one.article.canonicalUrl();
            if (one.decision instanceof Decision.First && after != null && !after.equals(before)) {
                var id = ArticleId.ofPage(after);
                one.named = id.equals(one.article.id()) ? null : id;
            }
        }
        return outgoing.stream().map(o -> o.named).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /**
     * Takes back what goes out, or went out before, under the address that its page names. Templates that name one address
     * for all their pages exist, so the titles have to agree too. What another replica sends at this moment is not
     * recognised.
     */
    void recognise(Map<String, Seen> others) {
        var here = new HashMap<String, Outgoing>();
        outgoing.forEach(o -> here.put(o.article.id(), o));
        outgoing.removeIf(one -> {
            if (one.named == null) {
                return false;
            }
            var seen = others.get(one.named);
            var twin = here.putIfAbsent(one.named, one);
            var title = seen != null ? seen.title() : twin != null ? twin.article.title() : null;
            boolean same = Titles.agree(title, one.article.title());
            if (same && seen != null) {
                notes.add(new Mark.Alias(one.article.id(), seen.id()));
                if (!seen.wasCarriedBy(one.draft.giver())) {
                    notes.add(new Mark.Sighted(seen.id(), one.draft.sighting(now)));
                }
            }
            if (same) {
                // a twin may yet fail to go out: whose it is, the next time tells
                fates.put(one.article.id(), Publication.DUPLICATE);
            } else if (seen != null || twin != null) {
                one.named = null;
            }
            return same;
        });
    }

    /** Leaves out those whose pages name one of these, and gives what each of them names. */
    Map<String, String> leaveOut(Set<String> named) {
        var left = new HashMap<String, String>();
        outgoing.removeIf(o -> {
            boolean out = o.named != null && named.contains(o.named);
            if (out) {
                left.put(o.article.id(), o.named);
            }
            return out;
        });
        return left;
    }

    void send(ArticleOutlet outlet) {
        var sends = outgoing.stream()
                .map(o -> outlet.send(o.article, carried(o.decision), o.draft.trace()))
                .toList();
        for (int i = 0; i < sends.size(); i++) {
            var sent = outgoing.get(i);
            sent.place = acknowledged(sends.get(i));
            fates.put(sent.article.id(), sent.place.isPresent() ? success(sent.decision) : Publication.FAILED);
        }
    }

    /** What is to be remembered now that the channel has answered. */
    List<Mark> marks() {
        var marks = new ArrayList<>(notes);
        for (var sent : outgoing) {
            sent.place.ifPresent(place -> {
                marks.add(mark(sent, place));
                if (sent.named != null) {
                    marks.add(new Mark.Alias(sent.named, sent.article.id()));
                    fates.putIfAbsent(sent.named, Publication.PUBLISHED);
                }
            });
        }
        return marks;
    }

    Map<String, Publication> fates() {
        return fates;
    }

    private Mark mark(Outgoing sent, Place place) {
        return switch (sent.decision) {
            case Decision.First(var article, var wording) -> first(sent.draft, article, wording, place);
            case Decision.Revise(var article, var key, var wording) -> {
                var before = known(sent);
                var edits = wording == null ? before.edits() : before.edits().after(before.wording(), now);
                var title = wording == null ? null : sent.draft.article().title();
                yield new Mark.Revised(article.id(), article.revision(), title, wording, edits, place);
            }
            case Decision.Note(var mark, var fate) -> mark;
            case Decision.Nothing() -> throw new IllegalStateException("nothing was sent");
        };
    }

    private Mark first(Draft draft, FetchedArticle article, Wording wording, Place place) {
        return new Mark.First(new Seen(
                article.id(),
                article.revision(),
                now,
                draft.giver(),
                article.title(),
                wording,
                Edits.NONE,
                null,
                place,
                List.of(draft.sighting(now))));
    }

    private static @Nullable Wording carried(Decision decision) {
        return decision instanceof Decision.First(var article, var wording) ? wording : null;
    }

    private Seen known(Outgoing sent) {
        var before = known.get(sent.article.id());
        if (before == null) {
            throw new IllegalStateException("a revision of what was never seen");
        }
        return before;
    }

    private static Publication success(Decision decision) {
        return decision instanceof Decision.First ? Publication.PUBLISHED : Publication.REVISED;
    }

    private static Optional<Place> acknowledged(CompletableFuture<Place> send) {
        return send.handle((place, failure) -> Optional.ofNullable(notWhere(failure, place)))
                .join();
    }

    private static @Nullable Place notWhere(@Nullable Throwable failure, @Nullable Place place) {
        return failure == null ? place : null;
    }
}
