package dev.tocsin.archive.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query string of a request. A parameter that is empty counts as absent, as browsers send the empty fields of a form;
 * one that is unknown is ignored; one that is given twice is refused, because nobody knows which is meant.
 */
public final class Parameters {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST_LIMIT = 200;

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_ECHOED = 60;
    // RFC 3339 section 5.6, which allows less than ISO 8601 and java.time do
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private final Map<String, List<String>> values;

    public Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** A word or phrase of at most 200 characters; null where it is not given. */
    public @Nullable String text(String name) {
        return longText(name, MOST_CHARACTERS);
    }

    /** A text of at most so many characters; null where it is not given. */
    public @Nullable String longText(String name, int most) {
        var given = single(name);
        if (given != null && given.length() > most) {
            throw new BadParameterException(
                    name, "has " + given.length() + " characters, the most is " + most + "; shorten it");
        }
        return given;
    }

    private @Nullable String single(String name) {
        var given = values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1) {
            throw new BadParameterException(name, "is given " + given.size() + " times; give it once");
        }
        return given.getFirst();
    }

    /** One of a few values; null where it is not given. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> values) {
        var given = text(name);
        if (given == null) {
            return null;
        }
        for (var value : values.getEnumConstants()) {
            if (written(value).equals(given)) {
                return value;
            }
        }
        var all = List.of(values.getEnumConstants()).stream()
                .map(Parameters::written)
                .toList();
        throw new BadParameterException(name, "is " + echo(given) + ", expected one of " + String.join(", ", all));
    }

    /** A date and time of RFC 3339; null where it is not given. */
    public @Nullable Instant instant(String name) {
        var given = text(name);
        if (given == null) {
            return null;
        }
        try {
            if (DATE_TIME.matcher(given).matches()) {
                return OffsetDateTime.parse(given.toUpperCase(Locale.ROOT)).toInstant();
            }
        } catch (DateTimeException e) {
            // such as the 30th of February: told below
        }
        throw new BadParameterException(
                name,
                "is " + echo(given) + ", expected a date and time of RFC 3339 such as 2022-01-06T20:00:00Z"
                        + (given.contains(" ") ? "; write the + of an offset as %2B" : ""));
    }

    /** How many items a page has: 1 to 200, 50 where it is not given. */
    public int limit() {
        var given = text("limit");
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        if (given.matches("\\d{1,9}")) {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST_LIMIT) {
                return limit;
            }
        }
        throw new BadParameterException(
                "limit", "is " + echo(given) + ", expected a whole number from 1 to " + MOST_LIMIT);
    }

    /** Where to go on; null for the first page. */
    public @Nullable Position cursor(Scope scope) {
        var given = single("cursor");
        return given == null ? null : Cursor.read(given, scope);
    }

    /** The cursor as it was given; null for the first page. */
    public @Nullable String cursor() {
        return single("cursor");
    }

    /** A value as a message repeats it: short, and in quotes, whatever it holds. */
    static String echo(String value) {
        return "'" + (value.length() <= MOST_ECHOED ? value : value.substring(0, MOST_ECHOED) + "…") + "'";
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
