package dev.tocsin.notify.routing;

import dev.tocsin.contracts.Alert;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are meant. Every condition that is there must hold; an empty set is no condition.
 *
 * @param topics ids
 * @param severity at least this severe; null for any, {@code Unknown} included
 * @param languages BCP 47; {@code sr} means {@code sr-Latn} too
 * @param countries ISO 3166-1 alpha-2, upper case
 * @param places ids or names, lower case
 * @param origins the least number of independent origins
 * @param statuses of CAP 1.2; an exercise or a test is meant only where this says so
 * @param stories ids
 */
public record Match(
        Set<String> topics,
        Alert.@Nullable Severity severity,
        Set<String> languages,
        Set<String> countries,
        Set<String> places,
        int origins,
        Set<Alert.Status> statuses,
        Set<String> stories) {
    /** Where nothing is said of the status. */
    public static final Set<Alert.Status> REAL = Set.of(Alert.Status.Actual);

    public Match {
        topics = Set.copyOf(topics);
        languages = Set.copyOf(languages);
        countries = Set.copyOf(countries);
        places = Set.copyOf(places);
        statuses = Set.copyOf(statuses);
        stories = Set.copyOf(stories);
    }

    /** Alerts of these topics (all where empty) with these statuses. */
    public static Match ofTopics(Set<String> topics, Set<Alert.Status> statuses) {
        return new Match(topics, null, Set.of(), Set.of(), Set.of(), 0, statuses, Set.of());
    }

    /** Whether an alert is meant. */
    public boolean means(Subject subject) {
        var alert = subject.alert();
        return statuses.contains(alert.status())
                && (topics.isEmpty() || topics.contains(alert.topic()))
                && (stories.isEmpty() || stories.contains(alert.story()))
                && (severity == null || atLeast(alert.severity(), severity))
                && (languages.isEmpty() || speaks(alert))
                && (countries.isEmpty() || subject.countries().stream().anyMatch(countries::contains))
                && (places.isEmpty() || subject.places().stream().anyMatch(places::contains))
                && alert.independentOrigins() >= origins;
    }

    /** Whether one severity is as high as another; {@code Unknown} is the lowest. */
    public static boolean atLeast(Alert.Severity severity, Alert.Severity least) {
        // CAP lists them from the highest on
        return severity.compareTo(least) <= 0;
    }

    private boolean speaks(Alert alert) {
        var spoken = alert.languages().isEmpty() ? List.of(alert.language()) : alert.languages();
        return spoken.stream().anyMatch(tag -> languages.stream()
                .anyMatch(wanted -> tag.equals(wanted) || tag.startsWith(wanted + "-")));
    }
}
