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
 * the order in which they came, so that stories may be merged and split. Bounded: the latest reports are kept.
 *
 * @param reports by time, article and revision
 */
public record Facts(List<Report> reports) {
    public static final Facts NONE = new Facts(List.of());

    private static final int MOST = 300;

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

    /** The claim ledger, copies counted under the origins of the story. */
    public List<LedgerLine> lines(Collection<StoryOrigin> origins) {
        return List.of();
    }

    /** The reaction matrix. */
    public List<StoryReaction> reactions() {
        return List.of();
    }

    private static Facts of(Stream<Report> reports) {
        var sorted = new TreeSet<>(ORDER);
        reports.forEach(sorted::add);
        return new Facts(sorted.stream().skip(Math.max(0, sorted.size() - MOST)).toList());
    }
}
