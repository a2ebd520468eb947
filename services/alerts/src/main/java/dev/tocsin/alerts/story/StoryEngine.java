package dev.tocsin.alerts.story;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which story an article belongs to, and which stories are one. Pure: it reads the open stories and returns what
 * changes; who calls it stores that.
 */
public final class StoryEngine {
    private final StoryRules rules;
    private final Similarity similarity;
    private final Regrouping regrouping;

    public StoryEngine(StoryRules rules) {
        this.rules = rules;
        this.similarity = new Similarity(rules);
        this.regrouping = new Regrouping(similarity);
    }

    /**
     * What an article does to the stories of its lane.
     *
     * @param open the stories of the sighting's lane
     * @param known what is remembered of the article in this lane
     */
    public Outcome accept(OpenStories open, Sighting sighting, Optional<Known> known) {
        var outcome =
                known.isPresent() ? again(open, sighting, known.get()) : placed(open, sighting, Features.of(sighting));
        return outcome instanceof Outcome.Changed(var state, var others, var moved)
                ? new Outcome.Changed(
                        numbered(open, state),
                        others.stream().map(other -> numbered(open, other)).toList(),
                        moved)
                : outcome;
    }

    /** With the revision after the one that was told, however many steps made it. */
    private static StoryState numbered(OpenStories open, StoryState state) {
        int told = open.get(state.id())
                .filter(last -> last.id().equals(state.id()))
                .map(last -> last.story().revision())
                .orElse(0);
        return state.story().revision() == told + 1 || state.isMerged()
                ? state
                : state.with(as(
                        state.story(),
                        told + 1,
                        state.story().state(),
                        state.story().mergedInto()));
    }

    private Outcome placed(OpenStories open, Sighting sighting, Features features) {
        var clock = Gathering.later(open.clock(), sighting.clock());
        var alike = similarity.alike(open, features, sighting).stream()
                .filter(scored -> !isQuiet(scored.story(), clock))
                .toList();
        var state = alike.stream()
                .findFirst()
                .filter(scored -> scored.score() >= 1)
                .flatMap(home -> open.get(home.story().id()))
                .map(home ->
                        Gathering.joined(home, sighting, features, home.story().articleCount() + 1))
                .orElseGet(() -> Gathering.begun(sighting, features));
        return regrouping.after(open, state, alike);
    }

    /** The ids of the stories that no article came to for too long, and of the quietest above the bound. */
    public List<String> ending(OpenStories open) {
        var ending = new ArrayList<String>();
        int excess = open.size() - rules.maxOpen();
        for (var story : open.quietestFirst()) {
            if (ending.size() >= excess && !isQuiet(story, open.clock())) {
                break;
            }
            ending.add(story.id());
        }
        return ending;
    }

    /** Whether the lane holds more stories than it may. */
    public boolean isCrowded(OpenStories open) {
        return open.size() > rules.maxOpen();
    }

    /** The last revision of a story. */
    public Story closed(StoryState state) {
        return ended(state.story(), Story.State.CLOSED, state.story().mergedInto());
    }

    static Story ended(Story story, Story.State state, @Nullable String mergedInto) {
        return as(story, story.revision() + 1, state, mergedInto);
    }

    private static Story as(Story story, int revision, Story.State state, @Nullable String mergedInto) {
        return new Story(
                story.id(),
                story.topic(),
                revision,
                story.headline(),
                story.language(),
                story.firstSeen(),
                story.lastSeen(),
                story.languages(),
                story.articleCount(),
                story.independentOrigins(),
                story.origins(),
                story.ledger(),
                story.reactions(),
                story.places(),
                story.credibility(),
                state,
                mergedInto,
                story.replay());
    }

    private Outcome again(OpenStories open, Sighting sighting, Known known) {
        if (known.revision() >= sighting.fetched().revision()) {
            return new Outcome.Duplicate();
        }
        var home = open.get(known.story());
        if (home.isEmpty()) {
            return new Outcome.Unchanged(known.story());
        }
        var before = home.get();
        var features = Features.of(sighting);
        var edited = Sample.of(sighting, features);
        var sample = before.samples().stream()
                .filter(s -> s.article().equals(sighting.id()))
                .findFirst();
        if (sample.isPresent() && before.story().articleCount() > 1) {
            var rest = Parting.outline(before, sighting.id());
            if (!isVanished(sighting) && regrouping.leaves(open, edited, rest)) {
                return moved(open, sighting, features, Parting.rest(before, Set.of(sighting.id())));
            }
        }
        var cleared = sample.map(s -> before.withProfile(before.profile().minus(s.features())))
                .orElse(before);
        var after = Gathering.joined(cleared, sighting, features, before.story().articleCount());
        return sameToTheWorld(before, after) ? new Outcome.Unchanged(before.id()) : new Outcome.Changed(after);
    }

    /** An edited article goes where it fits now; its old story is one article less. */
    private Outcome moved(OpenStories open, Sighting sighting, Features features, StoryState rest) {
        var home = similarity.alike(open, features, sighting).stream()
                .filter(scored -> scored.score() >= 1
                        && !scored.story().id().equals(rest.id())
                        && !isQuiet(scored.story(), Gathering.later(open.clock(), sighting.clock())))
                .findFirst()
                .flatMap(scored -> open.get(scored.story().id()));
        var state = home.map(
                        h -> Gathering.joined(h, sighting, features, h.story().articleCount() + 1))
                .orElseGet(() -> Gathering.begun(sighting, features, movedId(sighting, rest)));
        return new Outcome.Changed(state, List.of(rest), Map.of());
    }

    /** Another one each time, for an article may leave the same story again after it came back. */
    private static String movedId(Sighting sighting, StoryState rest) {
        var revision = sighting.fetched().revision();
        return Gathering.id(sighting.lane(), sighting.id() + "\n" + rest.id() + "\n" + revision);
    }

    private static boolean isVanished(Sighting sighting) {
        return sighting.fetched().changed().stream().anyMatch(c -> c.kind().equals(ArticleChange.VANISHED));
    }

    private static boolean sameToTheWorld(StoryState before, StoryState after) {
        var one = before.story();
        var other = after.story();
        return one.headline().equals(other.headline())
                && one.firstSeen().equals(other.firstSeen())
                && one.lastSeen().equals(other.lastSeen())
                && one.languages().equals(other.languages())
                && one.places().equals(other.places())
                && one.origins().equals(other.origins())
                && one.ledger().equals(other.ledger())
                && one.reactions().equals(other.reactions())
                && before.facts().equals(after.facts())
                && before.members().equals(after.members());
    }

    private boolean isQuiet(OpenStories.Entry story, Instant clock) {
        return story.active().isBefore(clock.minus(rules.quietAfter()));
    }
}
