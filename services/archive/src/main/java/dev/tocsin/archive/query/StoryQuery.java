package dev.tocsin.archive.query;

import dev.tocsin.contracts.Story;
import org.jspecify.annotations.Nullable;

/**
 * A question for stories; null where a filter is not set. The answer is sorted by when the story was last seen, newest
 * first.
 *
 * @param after where to go on
 * @param limit the most items
 */
public record StoryQuery(@Nullable String topic, Story.@Nullable State state, @Nullable Position after, int limit) {

    /** @throws BadParameterException naming the first parameter that cannot be used */
    public static StoryQuery of(Parameters parameters) {
        var filters = new StoryQuery(
                parameters.text("topic"), parameters.oneOf("state", Story.State.class), null, parameters.limit());
        return filters.after(parameters.cursor(filters.scope()));
    }

    /** What its cursors belong to. */
    public Scope scope() {
        return Scope.of("stories", topic, state);
    }

    /** The same question from another place on. */
    public StoryQuery after(@Nullable Position position) {
        return new StoryQuery(topic, state, position, limit);
    }
}
