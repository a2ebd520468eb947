package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.contracts.StoryReaction;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures and stances that the articles of a story state. What it says depends on which articles there are, never on
 * the order in which they came, so that stories may be merged and split. Bounded by {@link Digest}.
 *
 * @param reports by time, article and revision
 * @param signals the topic's signals that fired in any of the articles, with the time of the first one
 */
public record Facts(List<Report> reports, SortedMap<String, Instant> signals) {
    public static final Facts NONE = new Facts(List.of(), new TreeMap<>());

    private static final int MOST_SIGNALS = 60;

    private static final Comparator<Report> ORDER =
            Comparator.comparing(Report::at).thenComparing(Report::article).thenComparingInt(Report::revision);

    public Facts {
        reports = reports == null ? List.of() : List.copyOf(reports);
        signals = signals == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(signals));
    }

    /** The facts with what an article states, in one more revision if others of it are known. */
    public Facts plus(Report report) {
        var fired = new TreeMap<String, Instant>();
        report.signals().forEach(signal -> fired.put(signal, report.at()));
        return of(Stream.concat(reports.stream(), Stream.of(report.kept())), united(signals, fired));
    }

    /** With no signal: which articles they fired in is not known. */
    public Facts withoutSignals() {
        return new Facts(reports, Collections.emptySortedMap());
    }

    /** The facts of some of the articles alone, and all signals. */
    public Facts only(Predicate<String> articles) {
        return of(reports.stream().filter(r -> articles.test(r.article())), signals);
    }

    /** The facts of both. */
    public Facts mergedWith(Facts other) {
        return of(Stream.concat(reports.stream(), other.reports.stream()), united(signals, other.signals));
    }

    /**
     * The claim ledger.
     *
     * @param origins of the story: copies count under them
     */
    public List<LedgerLine> lines(Collection<StoryOrigin> origins) {
        return reports.isEmpty() ? List.of() : new Ledger(Tellings.of(reports, origins)).lines();
    }

    /** The reaction matrix, by actor and time. */
    public List<StoryReaction> reactions() {
        return reports.isEmpty() ? List.of() : Matrix.of(Tellings.revisions(reports));
    }

    /** How many articles there are whose pages are gone. */
    public long vanished() {
        return Tellings.revisions(reports).stream()
                .filter(revisions -> revisions.getLast().vanished())
                .count();
    }

    private static SortedMap<String, Instant> united(SortedMap<String, Instant> one, SortedMap<String, Instant> other) {
        var both = new TreeMap<>(one);
        other.forEach((signal, at) -> both.merge(signal, at, (a, b) -> a.isBefore(b) ? a : b));
        while (both.size() > MOST_SIGNALS) {
            both.pollLastEntry();
        }
        return both;
    }

    private static Facts of(Stream<Report> reports, SortedMap<String, Instant> signals) {
        var sorted = new TreeSet<>(ORDER);
        reports.forEach(sorted::add);
        var telling =
                sorted.stream().filter(Report::isTelling).map(Report::article).collect(Collectors.toSet());
        sorted.removeIf(report -> !telling.contains(report.article()));
        var latest = new HashMap<String, Report>();
        sorted.removeIf(report -> {
            var before = latest.put(report.article(), report);
            return before != null && report.saysTheSameAs(before);
        });
        return new Facts(sorted.isEmpty() ? List.of() : Digest.of(List.copyOf(sorted)), signals);
    }
}
