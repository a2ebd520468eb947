package dev.tocsin.dashboard.pages;

import dev.tocsin.dashboard.words.Speech;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times, spans and languages in words. Pages without script show UTC; the script puts the reader's own zone. */
public final class Spell {
    private static final String MINUTE = "d MMM yyyy, HH:mm 'UTC'";

    private Spell() {}

    public static String time(Instant time) {
        return time(time, Locale.ENGLISH);
    }

    /** A time as readers of a language write it. */
    static String time(Instant time, Locale reader) {
        return DateTimeFormatter.ofPattern(MINUTE, reader)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    /** A span in its two largest units, such as {@code 3 h 20 min} or {@code 0.42 s}. */
    static String span(Duration span, Speech speech) {
        var length = span.abs();
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(speech.locale(), "%.2f ", length.toMillis() / 1000.0) + speech.say("span.s");
        }
        if (length.toMinutes() < 1) {
            return length.toSeconds() + " " + speech.say("span.s");
        }
        if (length.toHours() < 1) {
            return two(length.toMinutes(), speech.say("span.min"), length.toSecondsPart(), speech.say("span.s"));
        }
        return length.toDays() < 1
                ? two(length.toHours(), speech.say("span.h"), length.toMinutesPart(), speech.say("span.min"))
                : two(length.toDays(), speech.say("span.d"), length.toHoursPart(), speech.say("span.h"));
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
