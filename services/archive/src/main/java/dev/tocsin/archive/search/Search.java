package dev.tocsin.archive.search;

import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.query.Scope;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the search; null where it is not.
 *
 * @param q the search as it was written
 * @param wanted the search as it was read; null for all articles
 * @param filters what holds beside it
 * @param sort what comes first
 * @param facets whether the values of topic, language, source and country are counted
 * @param after where to go on
 * @param limit the most items
 */
public record Search(
        @Nullable String q,
        @Nullable Expression wanted,
        Filters filters,
        Sort sort,
        boolean facets,
        @Nullable Place after,
        int limit) {

    /** What comes first: the latest event time, or what fits best. */
    public enum Sort {
        NEWEST,
        BEST
    }

    /**
     * What each article must have; null where a filter is not set.
     *
     * @param language BCP 47 tag in lower case; one without subtags takes all of its language
     * @param country ISO 3166-1 of the source, upper case
     * @param actor id of an actor
     * @param reliability a grade from A to F, or two of them with a hyphen
     */
    public record Filters(
            @Nullable String topic,
            @Nullable String language,
            @Nullable String source,
            @Nullable String country,
            @Nullable String actor,
            @Nullable String reliability,
            @Nullable String story,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * Whether only the search can answer: there are words, or a filter, an order or counts that the store's lists do not know.
     */
    public static boolean isAskedBy(Parameters parameters) {
        return parameters.longText("q", Parser.MOST_CHARACTERS) != null
                || parameters.text("country") != null
                || parameters.text("actor") != null
                || parameters.text("reliability") != null
                || parameters.text("sort") != null
                || parameters.text("facets") != null;
    }

    /**
     * A request's parameters.
     *
     * @throws BadParameterException naming the first parameter that cannot be used
     * @throws SearchSyntaxException where {@code q} cannot be read
     */
    public static Search of(Parameters parameters) {
        var q = parameters.longText("q", Parser.MOST_CHARACTERS);
        var from = parameters.instant("from");
        var to = parameters.instant("to");
        if (from != null && to != null && from.isAfter(to)) {
            throw new BadParameterException("from", "is " + from + ", after 'to', which is " + to);
        }
        var sort = parameters.oneOf("sort", Sort.class);
        var first = new Search(
                q,
                q == null ? null : Parser.read(q),
                new Filters(
                        parameters.text("topic"),
                        lower(parameters.text("language")),
                        parameters.text("source"),
                        upper(parameters.text("country")),
                        parameters.text("actor"),
                        reliability(parameters.text("reliability")),
                        parameters.text("story"),
                        from,
                        to),
                sort == null ? Sort.NEWEST : sort,
                parameters.oneOf("facets", Answer.class) == Answer.TRUE,
                null,
                parameters.limit());
        var cursor = parameters.cursor();
        return first.after(cursor == null ? null : Place.read(cursor, first.scope()));
    }

    /** What its cursors belong to: neither the limit nor the counts. */
    public Scope scope() {
        return Scope.of("search", q, filters, sort);
    }

    /** The same question from another place on. */
    public Search after(@Nullable Place place) {
        return new Search(q, wanted, filters, sort, facets, place, limit);
    }

    private enum Answer {
        TRUE,
        FALSE
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String reliability(@Nullable String given) {
        var grades = upper(given);
        if (grades != null && !grades.matches("[A-F](-[A-F])?")) {
            throw new BadParameterException("reliability", "is none of the grades A to F, nor two of them such as A-C");
        }
        return grades;
    }
}
