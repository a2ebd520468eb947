package dev.tocsin.ingest.origin;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Origin;

/** Fills in what an article shows of its origin: the agency it credits, else that it is, and its publisher's family. */
public final class OriginFinder {
    private final OriginTable table;
    private final CreditLine credits;

    private OriginFinder(OriginTable table) {
        this.table = table;
        this.credits = new CreditLine(table);
    }

    /**
     * By the table that comes with Tocsin.
     *
     * @throws IllegalArgumentException that says what is wrong in the table
     */
    public static OriginFinder builtIn() {
        return new OriginFinder(OriginTable.builtIn());
    }

    /** The article with its origin; what it says already stays. */
    public FetchedArticle found(FetchedArticle article) {
        var known = article.origin();
        var host = article.source().id();
        var credit = known.wireCredit() != null
                ? known.wireCredit()
                : credits.in(article.text(), article.author())
                        .or(() -> table.agencyAt(host))
                        .orElse(null);
        var family =
                known.family() != null ? known.family() : table.familyAt(host).orElse(null);
        var origin = new Origin(credit, family, known.translationOf(), known.copyOf());
        return origin.equals(known) ? article : article.withOrigin(origin);
    }
}
