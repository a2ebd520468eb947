package dev.tocsin.alerts.story;

import dev.tocsin.alerts.ledger.Facts;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryOrigin;
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
 * @param begun stream time of its first article: of two stories that are one, the one that began first stays
 * @param taken ids of the stories that were merged into it, the latest 100
 * @param samples what its latest articles are compared by
 */
public record StoryState(
        Story story,
        Instant active,
        Headline headline,
        Told told,
        List<Member> members,
        List<OriginText> texts,
        Profile profile,
        Facts facts,
        Instant begun,
        List<String> taken,
        List<Sample> samples) {
    public StoryState {
        // of a version that knew none
        facts = facts == null ? Facts.NONE : facts;
        begun = begun == null ? story.firstSeen() : begun;
        taken = taken == null ? List.of() : taken;
        samples = samples == null ? List.of() : samples;
    }

    public String id() {
        return story.id();
    }

    /** Whether it ended in another story. */
    public boolean isMerged() {
        return story.state() == Story.State.MERGED;
    }

    /** Whether any of its articles says when it happened. */
    boolean isDated() {
        return story.origins().stream().anyMatch(origin -> origin.publishedAt() != null);
    }

    /** The origins that are counted: not those all of whose pages are gone. */
    public List<StoryOrigin> standingOrigins() {
        return Origins.standing(story.origins());
    }

    public Lane lane() {
        return Lane.of(story);
    }

    /** The same with another story that the world sees. */
    StoryState with(Story other) {
        return new StoryState(other, active, headline, told, members, texts, profile, facts, begun, taken, samples);
    }

    StoryState withProfile(Profile other) {
        return new StoryState(story, active, headline, told, members, texts, other, facts, begun, taken, samples);
    }

    StoryState withTaken(List<String> others) {
        return new StoryState(story, active, headline, told, members, texts, profile, facts, begun, others, samples);
    }

    /** The same story after an alert. */
    public StoryState telling(Told now) {
        return new StoryState(story, active, headline, now, members, texts, profile, facts, begun, taken, samples);
    }
}
