package dev.tocsin.dashboard.words;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The colours that a reader chose. */
public enum Theme {
    SYSTEM("light dark"),
    LIGHT("light"),
    DARK("dark");

    private final String scheme;

    Theme(String scheme) {
        this.scheme = scheme;
    }

    /** The value of CSS {@code color-scheme}. */
    public String scheme() {
        return scheme;
    }

    /** As the cookie and the page name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Theme of(@Nullable String chosen) {
        return Arrays.stream(values())
                .filter(t -> t.word().equals(chosen))
                .findFirst()
                .orElse(SYSTEM);
    }
}
