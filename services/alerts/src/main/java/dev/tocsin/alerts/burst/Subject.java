package dev.tocsin.alerts.burst;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rate is of: a topic, or within its articles a place or an actor.
 *
 * @param id of the topic, the place or the actor
 * @param name in English; of a topic its id
 * @param country ISO 3166-1 alpha-2 of a place; null where it has none, and of the others
 */
public record Subject(Kind kind, String id, String name, @Nullable String country) {
    /** The sorts there are. */
    public enum Kind {
        TOPIC,
        PLACE,
        ACTOR
    }

    static Subject topic(String id) {
        return new Subject(Kind.TOPIC, id, id, null);
    }

    /** The same for the same subject, whatever its name is written like. */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
