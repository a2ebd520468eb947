package dev.tocsin.e2e.config;

import java.util.Locale;

/** Names as SmallRye Config spells them. */
final class Names {
    private Names() {}

    /** {@code maxOpenStories} is the key {@code max-open-stories}, and {@code STARTTLS} the value {@code starttls}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
