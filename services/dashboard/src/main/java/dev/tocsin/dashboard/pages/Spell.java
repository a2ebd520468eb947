package dev.tocsin.dashboard.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times, spans and languages in words. Pages without script show UTC; the script puts the reader's own zone. */
public final class Spell {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Spell() {}

    public static String time(Instant time) {
        return MINUTE.format(time);
    }

    /** A span in its two largest units, such as {@code 3 h 20 min} or {@code 0.42 s}. */
    public static String span(Duration span) {
        var length = span.abs();
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.2f s", length.toMillis() / 1000.0);
        }
        if (length.toMinutes() < 1) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() < 1) {
            return two(length.toMinutes(), "min", length.toSecondsPart(), "s");
        }
        return length.toDays() < 1
                ? two(length.toHours(), "h", length.toMinutesPart(), "min")
                : two(length.toDays(), "d", length.toHoursPart(), "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** The English name of a language; the tag itself where there is none. */
    public static String language(@Nullable String tag) {
        if (tag == null || tag.isBlank() || tag.equals("und")) {
            return "Unknown language";
        }
        return language(tag, Locale.ENGLISH);
    }

    /** What readers of another language call a language, as a heading; the tag itself where nobody knows. */
    static String language(String tag, Locale reader) {
        return headed(Locale.forLanguageTag(tag).getDisplayName(reader), tag);
    }

    /** The same of a country, by its code of ISO 3166-1. */
    static String country(String code, Locale reader) {
        return headed(Locale.of("", code).getDisplayCountry(reader), code);
    }

    private static String headed(String name, String code) {
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
