package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.edit.Difference;
import dev.tocsin.ingest.edit.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an article is that somebody carries: new, edited, or seen once more. Whose version went out first, that is
 * the article. Others who carry it in other words are sightings of it: two feeds that differ for good would otherwise make
 * a revision each time one of them is read. Only the giver's words are compared, and only with the giver's own.
 */
final class Editor {
    /** What is said of a change of which the words before are not known. */
    private static final List<ArticleChange> OTHER_WORDS = List.of(new ArticleChange(ArticleChange.TEXT, null, null));

    private final int editsADay;

    /** @param editsADay the most revisions of one article that its giver can cause in a day, at least 1 */
    Editor(int editsADay) {
        if (editsADay < 1) {
            throw new IllegalArgumentException("'tocsin.ingest.edits-a-day' is " + editsADay + ", the least is 1");
        }
        this.editsADay = editsADay;
    }

    /** @param doubt a first text that was perhaps sent; null where none was */
    Decision decide(@Nullable Seen seen, Seen.@Nullable Pending doubt, Draft draft, Instant now) {
        var article = draft.article();
        if (draft.finding() != null) {
            return found(seen, draft, draft.finding());
        }
        var wording = Wording.of(article.title(), article.text());
        if (seen == null) {
            return new Decision.First(first(article, wording, doubt), wording);
        }
        if (seen.giver() == null || seen.wording() == null) {
            var adopted = new Mark.Adopted(seen.id(), draft.giver(), article.title(), wording, draft.sighting(now));
            return new Decision.Note(adopted, Publication.DUPLICATE);
        }
        // Under another address it is carried once more: of two that a giver keeps, none is the edit of the other.
        return seen.id().equals(article.id()) && seen.giver().equals(draft.giver())
                ? own(seen, seen.wording(), draft, wording, now)
                : sighted(seen, draft, now);
    }

    private static FetchedArticle first(FetchedArticle article, Wording wording, Seen.@Nullable Pending doubt) {
        if (doubt == null) {
            return article;
        }
        int number = doubt.key() == wording.words() ? doubt.revision() : doubt.revision() + 1;
        return number == article.revision() ? article : article.revised(number, OTHER_WORDS, article.fetchedAt());
    }

    private static Decision sighted(Seen seen, Draft draft, Instant now) {
        return seen.wasCarriedBy(draft.giver())
                ? new Decision.Nothing()
                : new Decision.Note(new Mark.Sighted(seen.id(), draft.sighting(now)), Publication.DUPLICATE);
    }

    private Decision own(Seen seen, Wording before, Draft draft, Wording wording, Instant now) {
        var pending = seen.pending();
        return switch (Difference.between(
                before, seen.title(), wording, draft.article().title())) {
            // Perhaps the channel has other words meanwhile: then these are an edit of those.
            case Difference.None() ->
                pending == null || pending.finding()
                        ? new Decision.Nothing()
                        : revise(seen, draft, wording, OTHER_WORDS);
            case Difference.Small() -> held(seen, wording);
            case Difference.Edit(var changes) ->
                seen.edits().allow(wording, now, editsADay)
                        ? revise(seen, draft, wording, changes)
                        : held(seen, wording);
        };
    }

    private static Decision held(Seen seen, Wording wording) {
        var known = seen.edits().held();
        return known != null && known == wording.words()
                ? new Decision.Nothing()
                : new Decision.Note(new Mark.Held(seen.id(), wording.words()), Publication.HELD);
    }

    private static Decision revise(Seen seen, Draft draft, Wording wording, List<ArticleChange> changes) {
        var article = draft.article();
        int number = number(seen, wording.words());
        return new Decision.Revise(article.revised(number, changes, article.fetchedAt()), wording.words(), wording);
    }

    /** Findings are about articles that went out; of another nobody can be told that it changed. */
    private static Decision found(@Nullable Seen seen, Draft draft, Draft.Finding finding) {
        if (seen == null) {
            return new Decision.Nothing();
        }
        var article = draft.article();
        int number = number(seen, finding.key());
        return new Decision.Revise(
                article.revised(number, finding.changes(), article.fetchedAt()), finding.key(), null);
    }

    /** The next after what was sent or perhaps sent; the same again for the same words. */
    private static int number(Seen seen, long key) {
        var pending = seen.pending();
        if (pending == null) {
            return seen.revision() + 1;
        }
        return pending.key() == key ? pending.revision() : pending.revision() + 1;
    }
}
