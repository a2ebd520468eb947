package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure in an article, with what became of it there.
 *
 * @param speaker who stands behind it; null where its origin alone does
 * @param source who published the article
 * @param origin whom the article counts under
 * @param at when this article told it first
 * @param dropped when and why the article told it no longer; null while it does
 */
record Telling(
        Figure figure,
        @Nullable Speaker speaker,
        String article,
        String source,
        String origin,
        Instant at,
        LedgerLine.@Nullable Ended dropped) {
    static final String EDITED = "dropped";
    static final String VANISHED = "vanished";

    Telling by(@Nullable Speaker other) {
        return new Telling(figure, other, article, source, origin, at, dropped);
    }

    /** Whose words these are, for what only one voice can take back or replace. */
    String voice() {
        return speaker == null ? "source:" + origin : speaker.key();
    }

    /** The figure that it tells, of whom and how many. */
    String number() {
        return line() + "|" + figure.amount().key();
    }

    String line() {
        return figure.kind() + "|" + figure.scope();
    }
}
