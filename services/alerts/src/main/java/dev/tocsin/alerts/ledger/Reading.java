package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.ClassifiedArticle;
import java.time.Instant;
import java.util.List;

/** Reads out of an article what it states. */
public final class Reading {
    private Reading() {}

    /**
     * What this revision of an article states.
     *
     * @param at event time of a first revision, the time of reading of a later one
     */
    public static Report of(ClassifiedArticle article, Instant at) {
        var fetched = article.fetched();
        boolean vanished = fetched.changed().stream().anyMatch(c -> c.kind().equals(ArticleChange.VANISHED));
        return new Report(fetched.id(), fetched.revision(), fetched.source().id(), at, vanished, List.of(), List.of());
    }
}
