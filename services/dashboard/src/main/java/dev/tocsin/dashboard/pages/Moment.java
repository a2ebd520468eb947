package dev.tocsin.dashboard.pages;

import java.time.Instant;
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
}
