package dev.tocsin.alerts.story;

import java.time.Instant;

/**
 * What of a story an article is compared with.
 *
 * @param dated whether any of its articles says when it happened
 * @param active stream time of its latest article
 */
record Outline(boolean dated, Instant firstSeen, Instant lastSeen, Instant active, Profile profile) {
    static Outline of(StoryState state) {
        var story = state.story();
        return new Outline(state.isDated(), story.firstSeen(), story.lastSeen(), state.active(), state.profile());
    }
}
