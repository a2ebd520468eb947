package dev.tocsin.alerts.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A stance as one revision of an article reports it; see {@link dev.tocsin.contracts.Reaction}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Stance(String actor, String stance, @Nullable String towards, @Nullable String code, String quote) {
    /** What makes two tellings one statement. */
    String statement() {
        return String.join("|", "stance", actor, stance, towards == null ? "" : towards);
    }
}
