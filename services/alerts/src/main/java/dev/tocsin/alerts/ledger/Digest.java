package dev.tocsin.alerts.ledger;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps of many reports those that tell something. A report goes when each of its statements was told before within the
 * hour by its own source, or by twenty others; what was dropped stays dropped whatever comes in addition, so the order
 * of coming does not matter. Of what is left, more than a bound, those go that most others told before, of equals the
 * oldest.
 */
final class Digest {
    static final int MOST = 150;
    static final int MOST_SOURCES = 20;

    private final Map<String, Set<String>> within = new HashMap<>();
    private final Map<String, Integer> before = new HashMap<>();

    private Digest() {}

    private record Ranked(Report report, int rank, int index) {}

    /** The reports to keep, in the order given, which is that of time. */
    static List<Report> of(List<Report> reports) {
        var digest = new Digest();
        var edited = new HashSet<String>();
        reports.stream().filter(r -> r.revision() > 1).forEach(r -> edited.add(r.article()));
        var ranked = new ArrayList<Ranked>();
        for (var report : reports) {
            boolean news = digest.isNew(report);
            int rank = digest.rank(report);
            if (news || edited.contains(report.article())) {
                ranked.add(new Ranked(report, rank, ranked.size()));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::index, Comparator.reverseOrder()))
                .limit(MOST)
                .sorted(Comparator.comparingInt(Ranked::index))
                .map(Ranked::report)
                .toList();
    }

    private boolean isNew(Report report) {
        var hour = report.at().truncatedTo(ChronoUnit.HOURS);
        return report.statements()
                        .filter(statement -> {
                            var sources = within.computeIfAbsent(hour + statement, s -> new HashSet<>());
                            return sources.size() < MOST_SOURCES && sources.add(report.source());
                        })
                        // counted, so that each statement is looked at
                        .count()
                > 0;
    }

    /** How often the newest of its statements was told before. */
    private int rank(Report report) {
        return report.statements()
                .mapToInt(statement -> before.merge(statement, 1, Integer::sum) - 1)
                .min()
                .orElse(0);
    }
}
