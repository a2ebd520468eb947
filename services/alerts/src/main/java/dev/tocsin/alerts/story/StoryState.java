package dev.tocsin.alerts.story;

import dev.tocsin.alerts.ledger.Facts;
import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.List;

/**
 * An open story as it is stored: what the world sees of it, and what the next article is compared with. Bounded, however
 * many articles join.
 *
 * @param active stream time of its latest article, see {@link Sighting#clock()}
 * @param headline where {@code story.headline()} comes from
 * @param told what the desk was last told
 * @param members its newest articles by event time, newest first
 * @param texts the texts of its origins, to tell copies by
 * @param facts what its articles state
 */
public record StoryState(
        Story story,
        Instant active,
        Headline headline,
        Told told,
        List<Member> members,
        List<OriginText> texts,
        Profile profile,
        Facts facts) {
    public StoryState {
        // of a version that knew none
        facts = facts == null ? Facts.NONE : facts;
    }

    public String id() {
        return story.id();
    }

    /** Whether any of its articles says when it happened. */
    boolean isDated() {
        return story.origins().stream().anyMatch(origin -> origin.publishedAt() != null);
    }

    public Lane lane() {
        return new Lane(story.topic(), story.replay());
    }

    /** The same story after an alert. */
    public StoryState telling(Told now) {
        return new StoryState(story, active, headline, now, members, texts, profile, facts);
    }
}
