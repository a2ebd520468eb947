package dev.tocsin.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure somebody states.
 *
 * @param kind {@code killed}, {@code injured}, {@code detained}, {@code deployed}, {@code evacuated} or {@code missing}
 * @param low the least it can be; null for "up to"
 * @param high the most it can be; null for "at least"
 * @param scope whom it counts: {@code security}, {@code troops}, {@code civilians}, {@code protesters},
 *     {@code children} or {@code unspecified}
 * @param attributedTo who states it, in the text's words
 * @param certainty {@code official}, {@code reported}, {@code rumour} or {@code denied}
 * @param asOf the day it is true of, where the text says
 * @param quote the words it rests on
 * @param part true where the text tells it as a part of another figure: 103 <i>of them</i>
 * @param earlier true where the text itself tells it as past: the <i>previous</i> toll; its certainty is {@code denied}
 * @param deniedBy who denies it, in the text's words
 */
public record Claim(
        String kind,
        @Nullable Long low,
        @Nullable Long high,
        String scope,
        @Nullable String attributedTo,
        String certainty,
        @Nullable LocalDate asOf,
        String quote,
        int start,
        int end,
        boolean part,
        boolean earlier,
        @Nullable String deniedBy) {
    public Claim {
        Checks.required(kind, "claim.kind");
        Checks.required(scope, "claim.scope");
        Checks.required(certainty, "claim.certainty");
        Checks.present(quote, "claim.quote");
        Checks.span(start, end);
    }

    /** A figure that nobody is said to deny, that is no part of another and not told as past. */
    public Claim(
            String kind,
            @Nullable Long low,
            @Nullable Long high,
            String scope,
            @Nullable String attributedTo,
            String certainty,
            @Nullable LocalDate asOf,
            String quote,
            int start,
            int end) {
        this(kind, low, high, scope, attributedTo, certainty, asOf, quote, start, end, false, false, null);
    }
}
