package dev.tocsin.local.replay;

import dev.tocsin.contracts.FetchedArticle;
import java.time.Instant;

/** One thing that ingest reads: a new article, an edit of one, or that its page is gone. */
public record Step(FetchedArticle article) {
    /** When it is read, in the scenario's own time. */
    public Instant at() {
        return article.fetchedAt();
    }
}
