package dev.tocsin.dashboard.marks;

import java.util.Locale;

/** What a stretch of text is marked for. */
public enum Kind {
    /** Evidence of a topic. */
    EVIDENCE,
    ACTOR,
    PLACE,
    FIGURE,
    STANCE;

    /** The word that the style sheet knows it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
