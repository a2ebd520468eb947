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
     * @param closed those of it that closed lately: what belongs to one of them opens it again
     * @param known what is remembered of the article in this lane
     */
    public Outcome accept(OpenStories open, OpenStories closed, Sighting sighting, Optional<Known> known) {
        var outcome = known.isPresent()
                ? again(open, closed, sighting, known.get())
                : placed(open, closed, sighting, Features.of(sighting));
        return outcome instanceof Outcome.Changed(var state, var others, var moved)
                ? new Outcome.Changed(
                        numbered(open, closed, state),
                        others.stream()
                                .map(other -> numbered(open, closed, other))
                                .toList(),
                        moved)
                : outcome;
    }

    /** With the revision after the one that was told, however many steps made it. */
    private static StoryState numbered(OpenStories open, OpenStories closed, StoryState state) {
        int told = open.get(state.id())
                .or(() -> closed.get(state.id()))
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

    private Outcome placed(OpenStories open, OpenStories closed, Sighting sighting, Features features) {
        var clock = Gathering.later(open.clock(), sighting.clock());
        var all = similarity.alike(open, features, sighting);
        var alike =
                all.stream().filter(scored -> !isQuiet(scored.story(), clock)).toList();
        var home = home(open, alike);
        if (home.isEmpty()) {
            // what closes at the next sweep is as good as closed
            var late = home(open, all).or(() -> lately(closed, features, sighting, clock));
            if (late.isPresent()) {
                return new Outcome.Changed(joining(late.get(), sighting, features));
            }
        }
        var state = home.map(h -> joining(h, sighting, features)).orElseGet(() -> Gathering.begun(sighting, features));
        return regrouping.after(open, state, alike);
    }

    private static Optional<StoryState> home(OpenStories stories, List<Similarity.Scored> alike) {
        return alike.stream()
                .findFirst()
                .filter(scored -> scored.score() >= 1)
                .flatMap(scored -> stories.get(scored.story().id()));
    }

    /** The closed story that a late article belongs to. Its event time decides: what is told today joins nothing that is over. */
    private Optional<StoryState> lately(OpenStories closed, Features features, Sighting sighting, Instant clock) {
        return closed.size() == 0
                ? Optional.empty()
                : home(
                                closed,
                                similarity.alike(closed, features, sighting).stream()
                                        .filter(scored -> !isForgotten(scored.story(), clock))
                                        .toList())
                        .map(StoryEngine::reopened);
    }

    private static StoryState joining(StoryState home, Sighting sighting, Features features) {
        return Gathering.joined(home, sighting, features, home.story().articleCount() + 1);
    }

    private static StoryState reopened(StoryState state) {
        return state.with(as(state.story(), state.story().revision(), Story.State.OPEN, null));
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

    /** The ids of the closed stories that no late article opens again, and of the quietest above the bound. */
    public List<String> forgotten(OpenStories closed, Instant clock) {
        var forgotten = new ArrayList<String>();
        int excess = closed.size() - rules.maxClosed();
        for (var story : closed.quietestFirst()) {
            if (forgotten.size() >= excess && !isForgotten(story, clock)) {
                break;
            }
            forgotten.add(story.id());
        }
        return forgotten;
    }

    /** Whether the lane holds more stories than it may. */
    public boolean isCrowded(OpenStories open) {
        return open.size() > rules.maxOpen();
    }

    /** A story after its last revision; nothing of it waits for a time any more. */
    public StoryState closed(StoryState state) {
        return state.with(ended(state.story(), Story.State.CLOSED, state.story().mergedInto()))
                .telling(state.told().lookingAgain(null));
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
                story.replay(),
                story.exercise());
    }

    private Outcome again(OpenStories open, OpenStories closed, Sighting sighting, Known known) {
        if (known.revision() >= sighting.fetched().revision()) {
            return new Outcome.Duplicate();
        }
        var home = open.get(known.story());
        if (home.isEmpty()) {
            return closed.get(known.story())
                    .map(StoryEngine::reopened)
                    .map(over -> corrected(over, sighting, Features.of(sighting)))
                    .orElseGet(() -> new Outcome.Unchanged(known.story()));
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
        return corrected(before, sighting, features);
    }

    private static Outcome corrected(StoryState before, Sighting sighting, Features features) {
        var cleared = before.samples().stream()
                .filter(s -> s.article().equals(sighting.id()))
                .findFirst()
                .map(s -> before.withProfile(before.profile().minus(s.features())))
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
        return sighting.lane().id(sighting.id() + "\n" + rest.id() + "\n" + revision);
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

    private boolean isForgotten(OpenStories.Entry story, Instant clock) {
        return story.active().isBefore(clock.minus(rules.quietAfter()).minus(rules.reopenWithin()));
    }
}
