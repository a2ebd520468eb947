package dev.tocsin.local.replay;

import dev.tocsin.contracts.FetchedArticle;
import java.time.Instant;

/** One thing that ingest reads: a new article, an edit of one, or that its page is gone. */
public record Step(FetchedArticle article) {
    /** The same in a further play, as an article of its own. */
    Step inPlay(int number) {
        return new Step(article.inPlay(number, ArticleSteps.id(number + "\n" + article.url())));
    }

    /** When it is read, in the scenario's own time. */
    public Instant at() {
        return article.fetchedAt();
    }
}
