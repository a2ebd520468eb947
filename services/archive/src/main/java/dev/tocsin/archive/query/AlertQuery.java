package dev.tocsin.archive.query;

import dev.tocsin.archive.view.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question for the stories that rang; null where a filter is not set. The answer is sorted by when a story last rang,
 * newest first.
 *
 * @param status what the desk made of the alert
 * @param since the earliest {@code times.alerted} of the story's latest alert, included
 * @param after where to go on
 * @param limit the most items
 */
public record AlertQuery(
        @Nullable String topic,
        @Nullable Standing status,
        @Nullable Instant since,
        @Nullable Position after,
        int limit) {

    /** @throws BadParameterException naming the first parameter that cannot be used */
    public static AlertQuery of(Parameters parameters) {
        var filters = new AlertQuery(
                parameters.text("topic"),
                parameters.oneOf("status", Standing.class),
                parameters.instant("since"),
                null,
                parameters.limit());
        return filters.after(parameters.cursor(filters.scope()));
    }

    /** What its cursors belong to. */
    public Scope scope() {
        return Scope.of("alerts", topic, status, since);
    }

    /** The same question from another place on. */
    public AlertQuery after(@Nullable Position position) {
        return new AlertQuery(topic, status, since, position, limit);
    }
}
