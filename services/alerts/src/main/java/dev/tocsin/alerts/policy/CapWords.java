package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Cause;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The words of OASIS CAP 1.2 (section 3.2) for what is known of a story: how sure, how fresh and how severe it is. */
final class CapWords {
    private CapWords() {}

    /** A replay is an exercise. */
    static Alert.Status status(Story story) {
        return story.replay() ? Alert.Status.Exercise : Alert.Status.Actual;
    }

    /**
     * By credibility: {@code Observed} where it is confirmed (1), {@code Likely} where probably true (2), {@code Possible}
     * (3), {@code Unlikely} (4 and 5). Where it cannot be judged (6): {@code Possible} on one publisher's word,
     * {@code Likely} when another confirms it.
     */
    static Alert.Certainty certainty(Story story, int credibility) {
        return switch (credibility) {
            case 1 -> Alert.Certainty.Observed;
            case 2 -> Alert.Certainty.Likely;
            case 3 -> Alert.Certainty.Possible;
            case 4, 5 -> Alert.Certainty.Unlikely;
            default -> story.independentOrigins() > 1 ? Alert.Certainty.Likely : Alert.Certainty.Possible;
        };
    }

    /** By the article's age when it was fetched; {@code Unknown} where the article has no date. */
    static Alert.Urgency urgency(Cause cause, TopicRules rules) {
        Instant published = cause.published();
        if (published == null) {
            return Alert.Urgency.Unknown;
        }
        var age = Duration.between(published, cause.fetched());
        if (age.compareTo(rules.immediate()) <= 0) {
            return Alert.Urgency.Immediate;
        }
        return age.compareTo(rules.expected()) <= 0 ? Alert.Urgency.Expected : Alert.Urgency.Past;
    }

    static Alert.Severity severity(Story story, Set<String> phases, List<SeverityRule> rules) {
        return rules.stream()
                .filter(rule -> rule.fits(story, phases))
                .findFirst()
                .map(SeverityRule::is)
                .orElse(Alert.Severity.Unknown);
    }

    /** Steps from {@code Unknown}, 0, to {@code Extreme}, 4. */
    static int steps(Alert.Severity severity) {
        return switch (severity) {
            case Unknown -> 0;
            case Minor -> 1;
            case Moderate -> 2;
            case Severe -> 3;
            case Extreme -> 4;
        };
    }
}
