package dev.tocsin.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An actor's stance within a story, with when it was told and by which article; see {@link Reaction}. */
public record StoryReaction(
        String actor, String stance, @Nullable String towards, Instant at, String quote, String article) {
    public StoryReaction {
        Checks.required(actor, "reaction.actor");
        Checks.required(stance, "reaction.stance");
        Checks.required(at, "reaction.at");
        Checks.present(quote, "reaction.quote");
        Checks.required(article, "reaction.article");
    }
}
