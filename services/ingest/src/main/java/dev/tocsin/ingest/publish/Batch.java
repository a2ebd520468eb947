package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    void add(Draft draft, Editor editor) {
        var id = draft.article().id();
        switch (editor.decide(known.get(id), draft, now)) {
            case Decision.First first -> outgoing.add(new Outgoing(draft, first, draft.article()));
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

    void complete(Completion completion) {
        var completed =
                completion.complete(outgoing.stream().map(o -> o.article).toList());
        for (int i = 0; i < outgoing.size(); i++) {
            outgoing.get(i).article = completed.get(i);
        }
    }

    void send(ArticleOutlet outlet) {
        var sends = outgoing.stream()
                .map(o -> outlet.send(o.article, o.draft.trace()))
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
            sent.place.ifPresent(place -> marks.add(mark(sent, place)));
        }
        return marks;
    }

    Map<String, Publication> fates() {
        return fates;
    }

    private Mark mark(Outgoing sent, Place place) {
        return switch (sent.decision) {
            case Decision.First(var wording) -> first(sent.draft, wording, place);
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

    private Mark first(Draft draft, Wording wording, Place place) {
        var article = draft.article();
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
