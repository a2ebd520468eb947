package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import java.util.Optional;

/**
 * What becomes of a changed story: whether it rings, and what is remembered of what the desk knows, in its
 * {@code told}, which also says when to look again.
 */
public record Ring(StoryState state, Optional<Alert> alert) {
    static Ring silent(StoryState state) {
        return new Ring(state, Optional.empty());
    }
}
