package dev.tocsin.dashboard.words;

import org.jspecify.annotations.Nullable;

/** Who reads a page, as far as it must know. */
public record Reader(Language language, Theme theme) {
    /** The cookies that hold what a reader chose; scripts write them. */
    public static final String LANGUAGE_COOKIE = "tocsin-language";

    public static final String THEME_COOKIE = "tocsin-theme";

    /** A reader of whom nothing is known. */
    public static final Reader ANYBODY = new Reader(Language.ENGLISH, Theme.SYSTEM);

    /**
     * The reader behind a request; whatever is not understood counts as not said.
     *
     * @param language value of {@link #LANGUAGE_COOKIE}
     * @param theme value of {@link #THEME_COOKIE}
     * @param accepted the header {@code Accept-Language}
     */
    public static Reader of(@Nullable String language, @Nullable String theme, @Nullable String accepted) {
        return new Reader(Language.of(language, accepted), Theme.of(theme));
    }
}
