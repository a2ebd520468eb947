package dev.tocsin.alerts.story;

import java.util.List;
import java.util.Map;

/** What an article did to the stories of its lane. */
public sealed interface Outcome {
    /**
     * A story that is not what it was: new, joined, corrected or made one with others. Its {@code told} is still that of
     * the revision before.
     *
     * @param state the story that the article is in
     * @param others further stories that changed: with the state merged, they ended in it; open, they lost or are articles
     *     of it; their {@code told} is still what the desk was told of them
     * @param moved of each known article that changed its story, the story that it is in now
     */
    record Changed(StoryState state, List<StoryState> others, Map<String, String> moved) implements Outcome {
        public Changed(StoryState state) {
            this(state, List.of(), Map.of());
        }
    }

    /** Nothing but the memory of the article changes, because a correction left its story as it was, or it is over. */
    record Unchanged(String story) implements Outcome {}

    /** Handled before, in this revision or a later one. */
    record Duplicate() implements Outcome {}
}
