package dev.tocsin.alerts.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure as one revision of an article states it; see {@link dev.tocsin.contracts.Claim}.
 *
 * @param speaker who states it, by key; null where nobody is named
 * @param deniedBy who denies it
 * @param part it is told as a part of another
 * @param earlier the article itself calls it an earlier figure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figure(
        String kind,
        String scope,
        @Nullable Long low,
        @Nullable Long high,
        String certainty,
        @Nullable Speaker speaker,
        @Nullable Speaker deniedBy,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean part,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean earlier,
        @Nullable LocalDate asOf,
        String quote) {
    static final String OFFICIAL = "official";
    static final String RUMOUR = "rumour";
    static final String DENIED = "denied";

    Amount amount() {
        return new Amount(low, high);
    }

    /** What makes two tellings one statement, whoever publishes them. */
    String statement() {
        return String.join(
                "|",
                kind,
                scope,
                amount().key(),
                certainty,
                key(speaker),
                key(deniedBy),
                part ? "part" : "",
                earlier ? "earlier" : "");
    }

    /** Denied by somebody, and not merely told as past. */
    boolean isDenial() {
        return certainty.equals(DENIED) && !earlier;
    }

    private static String key(@Nullable Speaker speaker) {
        return speaker == null ? "" : speaker.key();
    }
}
