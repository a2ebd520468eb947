package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.TraceParent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way out, with the trace that it belongs to.
 *
 * @param finding what somebody who looked at its page found; null for what feeds and callers carry
 */
public record Draft(FetchedArticle article, TraceParent trace, @Nullable Finding finding) {
    /**
     * A change that is known to be one, and is published whoever gave the article.
     *
     * @param key the same for the same finding, so that it is published once
     */
    public record Finding(long key, List<ArticleChange> changes) {}

    public Draft(FetchedArticle article, TraceParent trace) {
        this(article, trace, null);
    }

    /** Who carries it; only who gave the first text of an article can change it. */
    String giver() {
        return giver(article);
    }

    Sighting sighting(Instant at) {
        return sighting(article, at);
    }

    static String giver(FetchedArticle article) {
        return article.feed() == null ? "source:" + article.source().id() : article.feed();
    }

    static Sighting sighting(FetchedArticle article, Instant at) {
        return new Sighting(giver(article), article.url(), at);
    }

    Draft with(FetchedArticle other) {
        return new Draft(other, trace, finding);
    }
}
