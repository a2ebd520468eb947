package dev.tocsin.classify.figures;

import java.util.Locale;

/** What happened to those who are counted. */
enum Kind {
    KILLED,
    INJURED,
    DETAINED,
    DEPLOYED,
    EVACUATED,
    MISSING,
    /** What the figure before counted: "the number was at most 46". */
    SAME;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
