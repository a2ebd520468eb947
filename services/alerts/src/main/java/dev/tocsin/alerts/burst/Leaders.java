package dev.tocsin.alerts.burst;

import dev.tocsin.contracts.Alert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The places and actors that many articles of a burst name: each a third of them or more.
 *
 * @param subjects the most named first
 * @param articles how many name each, by its key
 * @param of how many
 */
record Leaders(List<Subject> subjects, Map<String, Integer> articles, int of) {
    private static final int ONE_IN = 3;
    private static final int FEWEST = 2;
    private static final int MOST = 6;

    static Leaders of(Subject subject, List<Report> reports) {
        Map<String, Subject> known = new HashMap<>();
        Map<String, Integer> articles = new HashMap<>();
        for (var report : reports) {
            for (var other : report.subjects()) {
                if (other.kind() != Subject.Kind.TOPIC && !other.key().equals(subject.key())) {
                    known.putIfAbsent(other.key(), other);
                    articles.merge(other.key(), 1, Integer::sum);
                }
            }
        }
        var most = known.values().stream()
                .filter(s -> articles.get(s.key()) >= FEWEST && articles.get(s.key()) * ONE_IN >= reports.size())
                .sorted(Comparator.<Subject>comparingInt(s -> -articles.get(s.key()))
                        .thenComparing(Subject::key))
                .limit(MOST)
                .toList();
        return new Leaders(
                most,
                most.stream().collect(Collectors.toMap(Subject::key, s -> articles.get(s.key()))),
                reports.size());
    }

    List<String> keys() {
        return subjects.stream().map(Subject::key).toList();
    }

    /** Nothing where none is named by many. A state is a place and an actor, and named once. */
    List<Alert.Change> told() {
        var names = subjects.stream()
                .collect(Collectors.toMap(
                        Subject::name, s -> articles.getOrDefault(s.key(), 0), Math::max, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? List.of()
                : List.of(new Alert.Change(BurstAlert.NAMES, "of " + of + " articles name " + names, null, names));
    }

    List<Subject> places() {
        return subjects.stream().filter(s -> s.kind() == Subject.Kind.PLACE).toList();
    }
}
