package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a changed story: whether it rings, and what is remembered of what the desk knows, in its
 * {@code told}, which also says when to look again.
 *
 * @param before when it was to be looked at again until now; null where it was not
 */
public record Ring(@Nullable Instant before, StoryState state, Optional<Alert> alert) {
    /** @param now the story before the decision */
    static Ring silent(StoryState now, StoryState after) {
        return new Ring(now.told().due(), after, Optional.empty());
    }
}
