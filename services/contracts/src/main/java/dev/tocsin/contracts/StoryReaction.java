package dev.tocsin.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An actor's stance within a story, with when it was told first and by which article; see {@link Reaction}.
 *
 * @param code CAMEO event code, where one fits
 * @param reportedBy id of the source that told it first
 * @param previous the stance that the actor was last told to take before, when that was another
 */
public record StoryReaction(
        String actor,
        String stance,
        @Nullable String towards,
        Instant at,
        String quote,
        String article,
        @Nullable String code,
        @Nullable String reportedBy,
        @Nullable String previous) {
    public StoryReaction {
        Checks.required(actor, "reaction.actor");
        Checks.required(stance, "reaction.stance");
        Checks.required(at, "reaction.at");
        Checks.present(quote, "reaction.quote");
        Checks.required(article, "reaction.article");
    }
}
