package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the pages of a feed's items are fetched for their whole text. */
public enum FullText {
    /** Only where the feed carries a summary. */
    AUTO,
    ALWAYS,
    NEVER;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FullText ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
