package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides what an article changes beyond its own story: stories that turn out to be one, an article that its own story
 * only now began for, a story that is two. To part takes more than to join, so that nothing swings to and fro.
 */
final class Regrouping {
    /** The one that stays is the one that the desk knows longer. */
    private static final Comparator<StoryState> OLDER = Comparator.comparing(StoryState::begun)
            .thenComparing(state -> state.story().firstSeen())
            .thenComparing(StoryState::id);

    /** An article that has this part of what it takes to join brings two stories before the judge. */
    private static final double WORTH_COMPARING = 0.4;

    private static final int MOST_MERGES = 3;

    /** An article moves to a story that it fits so many times as well as its own. */
    private static final double BETTER = 2;

    /** Below this part of what it takes to join, an article does not belong to its story. */
    private static final double BELONGS = 0.5;

    /** Articles are won over by a story while it is new; later ones were compared with it when they came. */
    private static final int NEW = 4;

    /** Below this part of what it takes to join, two articles have nothing in common. */
    private static final double LINKED = 0.2;

    /** Fewer than two articles each are no two events. */
    private static final int FEWEST_OF_TWO = 4;

    private final Similarity similarity;

    Regrouping(Similarity similarity) {
        this.similarity = similarity;
    }

    /**
     * What becomes of a story that an article joined or began.
     *
     * @param alike the stories that are like the article, the most alike first
     */
    Outcome after(OpenStories open, StoryState joined, List<Similarity.Scored> alike) {
        var state = joined;
        var others = new ArrayList<StoryState>();
        for (var scored : alike) {
            var other = scored.story();
            if (other.id().equals(joined.id())
                    || scored.score() < WORTH_COMPARING
                    || others.size() >= MOST_MERGES
                    || similarity.alike(open, state, other) < 1) {
                continue;
            }
            var found = open.get(other.id());
            if (found.isPresent()) {
                boolean stays = OLDER.compare(state, found.get()) <= 0;
                var taker = stays ? state : found.get();
                var taken = stays ? found.get() : state;
                state = Gathering.merged(taker, taken);
                // it ends as it was last told; nobody was told of one that began with this article
                var id = state.id();
                open.get(taken.id()).ifPresent(last -> others.add(ended(last, id)));
            }
        }
        return others.isEmpty()
                ? parted(open, state, alike)
                : new Outcome.Changed(state, List.copyOf(others), Map.of());
    }

    private Outcome parted(OpenStories open, StoryState state, List<Similarity.Scored> alike) {
        var half = half(open, state);
        if (!half.isEmpty()) {
            var gone = Parting.gone(state, half);
            return moving(Parting.rest(state, half), gone, half, gone.id());
        }
        if (state.story().articleCount() > NEW) {
            return new Outcome.Changed(state);
        }
        return alike.stream()
                .filter(scored -> !scored.story().id().equals(state.id()) && scored.score() >= WORTH_COMPARING)
                .findFirst()
                .flatMap(scored -> open.get(scored.story().id()))
                .map(other -> winning(open, state, other))
                .orElseGet(() -> new Outcome.Changed(state));
    }

    /** The articles of another story that were only waiting for this one. */
    private Outcome winning(OpenStories open, StoryState state, StoryState other) {
        var won = new TreeSet<String>();
        var outline = Outline.of(state);
        for (var sample : other.samples()) {
            double here = similarity.alike(open, sample, outline);
            if (here >= 1 && other.story().articleCount() > won.size() + 1) {
                double there = similarity.alike(open, sample, Parting.outline(other, sample.article()));
                if (there < BELONGS && here >= BETTER * there) {
                    won.add(sample.article());
                }
            }
        }
        if (won.isEmpty()) {
            return new Outcome.Changed(state);
        }
        var taken = Gathering.merged(state, Parting.gone(other, won)).withTaken(state.taken());
        return moving(taken, Parting.rest(other, won), won, state.id());
    }

    private static Outcome moving(StoryState state, StoryState other, Set<String> articles, String home) {
        return new Outcome.Changed(
                state,
                List.of(other),
                articles.stream().collect(Collectors.toMap(article -> article, article -> home)));
    }

    /**
     * The later half of a story whose articles are of two kinds with nothing in common between them; empty where they are
     * not, or not all of them are remembered.
     */
    private Set<String> half(OpenStories open, StoryState state) {
        var samples = state.samples();
        if (samples.size() < FEWEST_OF_TWO
                || samples.size() % 2 == 1
                || samples.size() != state.story().articleCount()) {
            return Set.of();
        }
        var reached = new TreeSet<Integer>();
        reach(open, samples, samples.size() - 1, reached);
        var half = new TreeSet<String>();
        int start = -1;
        for (int i = 0; i < samples.size(); i++) {
            if (!reached.contains(i)) {
                half.add(samples.get(i).article());
                start = i;
            }
        }
        if (half.size() < FEWEST_OF_TWO / 2 || reached.size() < FEWEST_OF_TWO / 2) {
            return Set.of();
        }
        var others = new TreeSet<Integer>();
        reach(open, samples, start, others);
        return others.size() == half.size() ? half : Set.of();
    }

    /** All that a sample is linked to, over whatever others. */
    private void reach(OpenStories open, List<Sample> samples, int from, Set<Integer> reached) {
        if (!reached.add(from)) {
            return;
        }
        for (int i = 0; i < samples.size(); i++) {
            if (!reached.contains(i)
                    && similarity.alike(
                                    open,
                                    samples.get(from).features(),
                                    samples.get(i).features())
                            >= LINKED) {
                reach(open, samples, i, reached);
            }
        }
    }

    /**
     * Whether an article in a later revision is about something else than its story now is.
     *
     * @param rest the story without the article
     */
    boolean leaves(OpenStories open, Sample edited, Outline rest) {
        return similarity.alike(open, edited, rest) < LINKED;
    }

    private static StoryState ended(StoryState state, String taker) {
        return state.with(StoryEngine.ended(state.story(), Story.State.MERGED, taker));
    }
}
