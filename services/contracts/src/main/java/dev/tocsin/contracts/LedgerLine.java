package dev.tocsin.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All the figures of one kind and scope in a story, in the order they were told; conflicts stand side by side. */
public record LedgerLine(String kind, String scope, List<Entry> entries) {
    public LedgerLine {
        Checks.required(kind, "ledger.kind");
        Checks.required(scope, "ledger.scope");
        entries = Checks.list(entries);
    }

    /**
     * One figure.
     *
     * @param saidBy who stands behind the figure
     * @param reportedBy id of the source that wrote it
     * @param state {@code reported}, {@code official}, {@code denied}, {@code retracted}, {@code superseded} or
     *     {@code repeated-after-retraction}
     * @param at event time of the article
     * @param article id of the article
     */
    public record Entry(
            @Nullable Long low,
            @Nullable Long high,
            @Nullable String saidBy,
            String reportedBy,
            String state,
            Instant at,
            String quote,
            String article) {
        public Entry {
            Checks.required(reportedBy, "ledger.entries.reportedBy");
            Checks.required(state, "ledger.entries.state");
            Checks.required(at, "ledger.entries.at");
            Checks.present(quote, "ledger.entries.quote");
            Checks.required(article, "ledger.entries.article");
        }
    }
}
