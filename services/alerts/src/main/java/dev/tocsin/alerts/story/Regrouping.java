package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Decides what an article changes beyond its own story: stories that turn out to be one. */
final class Regrouping {
    /** The one that stays is the one that the desk knows longer. */
    private static final Comparator<StoryState> OLDER = Comparator.comparing(StoryState::begun)
            .thenComparing(state -> state.story().firstSeen())
            .thenComparing(StoryState::id);

    /** An article that has this part of what it takes to join brings two stories before the judge. */
    private static final double WORTH_COMPARING = 0.4;

    private static final int MOST_MERGES = 3;

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
                // nobody was told of a story that began with this article
                if (open.get(taken.id()).isPresent()) {
                    others.add(ended(taken, state.id()));
                }
            }
        }
        return new Outcome.Changed(state, List.copyOf(others), Map.of());
    }

    private static StoryState ended(StoryState state, String taker) {
        return state.with(StoryEngine.ended(state.story(), Story.State.MERGED, taker));
    }
}
