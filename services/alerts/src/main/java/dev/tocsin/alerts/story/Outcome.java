package dev.tocsin.alerts.story;

/** What an article did to the stories of its lane. */
public sealed interface Outcome {
    /** A story that is not what it was: new, joined or corrected. Its {@code told} is still that of the revision before. */
    record Changed(StoryState state) implements Outcome {}

    /** Nothing but the memory of the article changes, because a correction left its story as it was, or it is over. */
    record Unchanged(String story) implements Outcome {}

    /** Handled before, in this revision or a later one. */
    record Duplicate() implements Outcome {}
}
