package dev.tocsin.dashboard.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the interface speaks. */
public enum Language {
    ENGLISH("en", "English"),
    ITALIAN("it", "Italiano"),
    RUSSIAN("ru", "Русский");

    /** No browser sends a longer header by itself. */
    private static final int MOST_ACCEPTED = 400;

    private static final List<String> TAGS =
            Arrays.stream(values()).map(Language::tag).toList();

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** BCP 47, the language alone. */
    public String tag() {
        return tag;
    }

    /** What it calls itself. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /**
     * The one to speak: what the reader chose, else what the browser likes most (RFC 4647 lookup), else English.
     *
     * @param chosen the choice, from a cookie
     * @param accepted the header {@code Accept-Language}
     */
    static Language of(@Nullable String chosen, @Nullable String accepted) {
        return named(chosen).or(() -> liked(accepted)).orElse(ENGLISH);
    }

    private static Optional<Language> named(@Nullable String tag) {
        return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
    }

    private static Optional<Language> liked(@Nullable String accepted) {
        if (accepted == null || accepted.length() > MOST_ACCEPTED) {
            return Optional.empty();
        }
        try {
            return named(Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
