package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.edit.Wording;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where articles go. */
public interface ArticleOutlet {
    /**
     * Returns when messages can be sent, so that a batch fails once and soon where they cannot.
     *
     * @throws OutletDownException with the reason
     */
    void awaitReady() throws OutletDownException;

    /**
     * Completes when the article is stored for good, or exceptionally when it is not, within a bounded time.
     *
     * @param carried what the giver carried of it, sent beside it so that {@link Salvage} can mark it; null for a revision
     */
    CompletableFuture<Place> send(FetchedArticle article, @Nullable Wording carried, TraceParent trace);
}
