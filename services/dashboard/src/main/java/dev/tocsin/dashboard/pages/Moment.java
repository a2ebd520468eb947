package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One time of an article or alert, named.
 *
 * @param iso RFC 3339, for the script; null where the time is not known
 * @param text for people, in UTC
 */
public record Moment(String label, @Nullable String iso, String text) {
    public static Moment of(String label, @Nullable Instant time) {
        return time == null ? new Moment(label, null, "unknown") : new Moment(label, time.toString(), Spell.time(time));
    }

    /** A time of a neighbour's answer; what is none is told as it is. */
    static Moment read(String label, JsonNode time) {
        try {
            return time.isTextual() ? of(label, Instant.parse(time.asText())) : new Moment(label, null, "–");
        } catch (DateTimeParseException e) {
            return new Moment(label, null, time.asText());
        }
    }

    /** The text as readers of a language write it. */
    public String in(Locale reader) {
        return iso == null ? text : Spell.time(Instant.parse(iso), reader);
    }
}
