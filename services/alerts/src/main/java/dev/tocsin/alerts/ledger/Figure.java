package dev.tocsin.alerts.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure as one revision of an article states it; see {@link dev.tocsin.contracts.Claim}.
 *
 * @param speaker who states it, by a key that does not depend on the language; null where nobody is named
 * @param saidBy the same for people
 * @param deniedBy who denies it, as {@code speaker}
 * @param deniedByName the same for people
 * @param earlier the article itself calls it an earlier figure
 */
public record Figure(
        String kind,
        String scope,
        @Nullable Long low,
        @Nullable Long high,
        String certainty,
        @Nullable String speaker,
        @Nullable String saidBy,
        @Nullable String deniedBy,
        @Nullable String deniedByName,
        boolean earlier,
        @Nullable LocalDate asOf,
        String quote) {}
