package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.StoryOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays reports out as tellings: each figure of each article once, over all the article's revisions. */
final class Tellings {
    private static final Comparator<Telling> BY_TIME = Comparator.comparing(Telling::at)
            .thenComparing(Telling::article)
            .thenComparing(t -> t.figure().statement());

    private Tellings() {}

    /** All tellings, in the order of time. */
    static List<Telling> of(List<Report> reports, Collection<StoryOrigin> origins) {
        var origin = new HashMap<String, String>();
        origins.forEach(o -> o.articles().forEach(article -> origin.putIfAbsent(article, o.source())));
        var tellings = new ArrayList<Telling>();
        byArticle(reports).values().forEach(revisions -> addTellings(tellings, revisions, origin));
        tellings.sort(BY_TIME);
        return Voices.of(tellings);
    }

    /** The revisions of each article, in their order. */
    static List<List<Report>> revisions(List<Report> reports) {
        return byArticle(reports).values().stream()
                .map(revisions -> List.copyOf(revisions.values()))
                .toList();
    }

    private static Map<String, TreeMap<Integer, Report>> byArticle(List<Report> reports) {
        var articles = new LinkedHashMap<String, TreeMap<Integer, Report>>();
        for (var report : reports) {
            articles.computeIfAbsent(report.article(), a -> new TreeMap<>()).put(report.revision(), report);
        }
        return articles;
    }

    private static void addTellings(
            List<Telling> tellings, TreeMap<Integer, Report> revisions, Map<String, String> origin) {
        var known = new LinkedHashMap<String, Telling>();
        for (var report : revisions.values()) {
            var told = new HashMap<String, Figure>();
            report.figures().forEach(figure -> told.putIfAbsent(figure.statement(), figure));
            told.forEach((statement, figure) -> {
                var before = known.get(statement);
                var at = before == null ? report.at() : before.at();
                known.put(
                        statement,
                        new Telling(
                                figure,
                                figure.speaker(),
                                report.article(),
                                report.source(),
                                origin.getOrDefault(report.article(), report.source()),
                                at,
                                report.vanished() ? ended(Telling.VANISHED, report) : null));
            });
            known.replaceAll((statement, telling) -> told.containsKey(statement) || telling.dropped() != null
                    ? telling
                    : new Telling(
                            telling.figure(),
                            telling.speaker(),
                            telling.article(),
                            telling.source(),
                            telling.origin(),
                            telling.at(),
                            ended(Telling.EDITED, report)));
        }
        tellings.addAll(known.values());
    }

    private static LedgerLine.Ended ended(String reason, Report report) {
        return new LedgerLine.Ended(reason, report.source(), report.at(), report.article());
    }
}
