package dev.tocsin.archive.letters;

import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.query.Position;
import dev.tocsin.archive.query.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A question for dead letters, the newest first; null where a filter is not set.
 *
 * @param service that gave up
 * @param channel the Kafka topic of the message
 * @param kind as letters say it
 * @param after where to go on
 * @param limit the most letters
 */
public record LetterQuery(
        Letter.@Nullable State state,
        @Nullable String service,
        @Nullable String channel,
        @Nullable String kind,
        @Nullable Position after,
        int limit) {

    /** @throws dev.tocsin.archive.query.BadParameterException naming the first parameter that cannot be used */
    public static LetterQuery of(Parameters parameters) {
        var filters = new LetterQuery(
                parameters.oneOf("state", Letter.State.class),
                parameters.text("service"),
                parameters.text("channel"),
                parameters.text("kind"),
                null,
                parameters.limit());
        return filters.after(parameters.cursor(filters.scope()));
    }

    /** What its cursors belong to. */
    public Scope scope() {
        return Scope.of("dead-letters", state, service, channel, kind);
    }

    /** The same question from another place on. */
    public LetterQuery after(@Nullable Position position) {
        return new LetterQuery(state, service, channel, kind, position, limit);
    }
}
