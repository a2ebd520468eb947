package dev.tocsin.archive.query;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question for articles; null where a filter is not set. The answer is sorted by event time, newest first.
 *
 * @param language BCP 47 tag in lower case
 * @param topic id of a topic that the article belongs to
 * @param source id of the source
 * @param story id of a story that the article belongs to
 * @param from the earliest event time, included
 * @param to the event time that all articles are before
 * @param after where to go on
 * @param limit the most items
 */
public record ArticleQuery(
        @Nullable String language,
        @Nullable String topic,
        @Nullable String source,
        @Nullable String story,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Position after,
        int limit) {

    /** @throws BadParameterException naming the first parameter that cannot be used */
    public static ArticleQuery of(Parameters parameters) {
        var language = parameters.text("language");
        var from = parameters.instant("from");
        var to = parameters.instant("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadParameterException("from", "is " + from + ", after 'to', which is " + to);
        }
        var filters = new ArticleQuery(
                language == null ? null : language.toLowerCase(Locale.ROOT),
                parameters.text("topic"),
                parameters.text("source"),
                parameters.text("story"),
                from,
                to,
                null,
                parameters.limit());
        return filters.after(parameters.cursor(filters.scope()));
    }

    /** What its cursors belong to. The limit is no part of it: pages may differ in size. */
    public Scope scope() {
        return Scope.of("articles", language, topic, source, story, from, to);
    }

    /** The same question from another place on. */
    public ArticleQuery after(@Nullable Position position) {
        return new ArticleQuery(language, topic, source, story, from, to, position, limit);
    }
}
