package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a feed is doing, as people read it. */
public enum FeedState {
    /** Not asked yet. */
    NEW,
    /** The last answer was a feed, or that nothing is new. */
    OK,
    /** The last try failed; the reason says how. */
    FAILING,
    /** Its server asked for patience. */
    RATE_LIMITED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static FeedState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
