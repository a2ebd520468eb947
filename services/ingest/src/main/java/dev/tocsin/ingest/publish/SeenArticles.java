package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** The memory of what went out, which outlives this process. Both methods throw where it cannot be reached. */
public interface SeenArticles {
    /** Those of the ids that went out before; one question for the whole batch. */
    Set<String> among(Collection<String> ids);

    /** Remembers articles that the channel has acknowledged; one write for the whole batch. */
    void mark(Collection<FetchedArticle> articles, Instant at);
}
