package dev.tocsin.ingest.coverage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What can go quiet.
 *
 * @param id of the feed, ISO 3166-1 alpha-2 of the country, BCP 47 of the language; {@code all} for everything
 * @param name for people
 */
public record Subject(Kind kind, String id, String name) {
    public static final Subject EVERYTHING = new Subject(Kind.EVERYTHING, "all", "All feeds");

    /** From the widest to the narrowest; who is quiet as part of something wider does not ring as well. */
    public enum Kind {
        EVERYTHING,
        COUNTRY,
        LANGUAGE,
        FEED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject country(String code) {
        var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return new Subject(Kind.COUNTRY, code, name.isBlank() ? code : name);
    }

    public static Subject language(String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return new Subject(Kind.LANGUAGE, tag, name.isBlank() ? tag : name);
    }

    /** Unique among all subjects. */
    public String key() {
        return kind.label() + ":" + id;
    }
}
