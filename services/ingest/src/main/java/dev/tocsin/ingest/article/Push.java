package dev.tocsin.ingest.article;

import dev.tocsin.contracts.FetchedArticle;

/** What one pushed element turned out to be. */
public sealed interface Push {
    record Readable(FetchedArticle article) implements Push {}

    /** @param reason names the key, what it holds and what would be right */
    record Refused(String reason) implements Push {}
}
