package dev.tocsin.alerts.story;

import java.time.Duration;

/**
 * The figures that story logic decides by.
 *
 * @param similarity the least likeness, above 0 and up to 1, for an article to join a story in its own language
 * @param crossSimilarity the same across languages, where only names and figures can be compared
 * @param window the most event time between an article and the nearest article of a story it joins
 * @param maxSpan the most event time between the first and the last article of a story
 * @param quietAfter how long a story waits for its next article before it closes; at least {@code window}
 * @param maxOpen open stories of a topic; when there are more, the quietest closes
 * @param reopenWithin how long after it closed a late article still joins a story, and opens it again; nothing is never
 * @param maxClosed closed stories of a topic that are remembered for that; when there are more, the quietest is forgotten
 */
public record StoryRules(
        double similarity,
        double crossSimilarity,
        Duration window,
        Duration maxSpan,
        Duration quietAfter,
        int maxOpen,
        Duration reopenWithin,
        int maxClosed) {
    /** What the service runs with where nothing is configured; {@code AlertsConfig} says the same. */
    public static final StoryRules DEFAULTS = new StoryRules(
            0.16,
            0.16,
            Duration.ofHours(36),
            Duration.ofHours(72),
            Duration.ofHours(48),
            2_000,
            Duration.ofHours(72),
            500);

    public StoryRules {
        share(similarity, "similarity");
        share(crossSimilarity, "cross-similarity");
        positive(window, "window");
        positive(maxSpan, "max-span");
        if (quietAfter.compareTo(window) < 0) {
            throw new IllegalArgumentException("quiet-after is " + quietAfter + ", shorter than window " + window);
        }
        if (maxOpen < 1) {
            throw new IllegalArgumentException("max-open-stories is " + maxOpen + ", the least is 1");
        }
        if (reopenWithin.isNegative() || maxClosed < 0) {
            throw new IllegalArgumentException(
                    "reopen-within is " + reopenWithin + " and max-closed-stories " + maxClosed + ", the least is 0");
        }
    }

    private static void share(double value, String key) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(key + " is " + value + ", expected above 0 and up to 1");
        }
    }

    private static void positive(Duration value, String key) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(key + " is " + value + ", expected more than nothing");
        }
    }
}
