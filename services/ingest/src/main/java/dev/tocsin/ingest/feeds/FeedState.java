package dev.tocsin.ingest.feeds;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** How a feed is doing, as people read it. That it is paused is a setting, not a state. */
public enum FeedState {
    /** Not asked yet. */
    NEW,
    /** The last answer was a feed, or that nothing is new. */
    OK,
    /** It answers well, and has brought nothing for far longer than it usually does. */
    QUIET,
    /** Its server asked for patience. */
    THROTTLED,
    /** The last try failed; the reason says how. */
    FAILING,
    /** Its server says that it is gone for good (HTTP status 410); it is asked no more until somebody changes it. */
    GONE,
    /** Its server does not let us in: a login, a legal block, a riddle for bots. */
    BLOCKED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What another version wrote and this one does not know is as good as new. */
    public static FeedState ofLabel(String label) {
        return Stream.of(values())
                .filter(s -> s.label().equals(label))
                .findFirst()
                .orElse(NEW);
    }
}
