package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import java.util.concurrent.CompletableFuture;

/** Where articles go. */
public interface ArticleOutlet {
    /**
     * Returns when messages can be sent, so that a batch fails once and soon where they cannot.
     *
     * @throws OutletDownException with the reason
     */
    void awaitReady() throws OutletDownException;

    /** Completes when the article is stored for good, or exceptionally when it is not, within a bounded time. */
    CompletableFuture<Place> send(FetchedArticle article, TraceParent trace);
}
