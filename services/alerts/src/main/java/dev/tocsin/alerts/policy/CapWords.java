package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import java.time.Duration;
import java.time.Instant;

/**
 * The words of OASIS CAP 1.2 (section 3.2) for what is known of a story: how sure and how fresh it is. Severity stays
 * {@code Unknown} while nothing measures what an event does to people.
 */
final class CapWords {
    private static final Duration NOW = Duration.ofHours(1);
    private static final Duration RECENT = Duration.ofHours(24);

    private CapWords() {}

    /** A replay is an exercise. */
    static Alert.Status status(Story story) {
        return story.replay() ? Alert.Status.Exercise : Alert.Status.Actual;
    }

    /** {@code Possible} on one publisher's word, {@code Likely} when another confirms it. */
    static Alert.Certainty certainty(Story story) {
        return story.independentOrigins() > 1 ? Alert.Certainty.Likely : Alert.Certainty.Possible;
    }

    /**
     * By the article's age when it was fetched: {@code Immediate} up to an hour, {@code Expected} up to a day, then
     * {@code Past}; {@code Unknown} where the article has no date.
     */
    static Alert.Urgency urgency(Sighting sighting) {
        Instant published = sighting.fetched().publishedAt();
        if (published == null) {
            return Alert.Urgency.Unknown;
        }
        var age = Duration.between(published, sighting.fetched().fetchedAt());
        if (age.compareTo(NOW) <= 0) {
            return Alert.Urgency.Immediate;
        }
        return age.compareTo(RECENT) <= 0 ? Alert.Urgency.Expected : Alert.Urgency.Past;
    }
}
