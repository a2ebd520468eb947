package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.contracts.StoryReaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The figures and stances that the articles of a story state. What it says depends on which articles there are, never on
 * the order in which they came, so that stories may be merged and split. Bounded by {@link Digest}.
 *
 * @param reports by time, article and revision
 */
public record Facts(List<Report> reports) {
    public static final Facts NONE = new Facts(List.of());

    private static final Comparator<Report> ORDER =
            Comparator.comparing(Report::at).thenComparing(Report::article).thenComparingInt(Report::revision);

    public Facts {
        reports = reports == null ? List.of() : List.copyOf(reports);
    }

    /** The facts with what an article states, in one more revision if others of it are known. */
    public Facts plus(Report report) {
        return of(Stream.concat(reports.stream(), Stream.of(report)));
    }

    /** The facts without an article. */
    public Facts without(String article) {
        return of(reports.stream().filter(r -> !r.article().equals(article)));
    }

    /** The facts of some of the articles alone. */
    public Facts only(Predicate<String> articles) {
        return of(reports.stream().filter(r -> articles.test(r.article())));
    }

    /** The facts of both. */
    public Facts mergedWith(Facts other) {
        return of(Stream.concat(reports.stream(), other.reports.stream()));
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

    private static Facts of(Stream<Report> reports) {
        var sorted = new TreeSet<>(ORDER);
        reports.filter(Report::isTelling).forEach(sorted::add);
        return sorted.isEmpty() ? NONE : new Facts(Digest.of(List.copyOf(sorted)));
    }
}
