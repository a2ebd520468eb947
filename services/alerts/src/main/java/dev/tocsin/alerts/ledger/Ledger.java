package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a story by kind and scope, conflicts side by side. Its rules stand in words in RATIONALE.md. */
final class Ledger {
    private static final int MOST_LINES = 40;
    private static final int MOST_ENTRIES = 60;

    /** Figures of a line are compared each with each; only the latest entries are shown anyway. */
    private static final int MOST_GROUPS = 200;

    private static final List<String> KINDS =
            List.of("killed", "injured", "missing", "detained", "evacuated", "deployed");
    private static final Comparator<LedgerLine> BY_WEIGHT = Comparator.<LedgerLine>comparingInt(
                    l -> KINDS.contains(l.kind()) ? KINDS.indexOf(l.kind()) : KINDS.size())
            .thenComparing(LedgerLine::kind)
            .thenComparing(l -> l.scope().equals("unspecified") ? "" : l.scope());
    private static final Comparator<LedgerLine.Entry> BY_TIME = Comparator.comparing(LedgerLine.Entry::at)
            .thenComparing(e -> new Amount(e.low(), e.high()).key())
            .thenComparing(LedgerLine.Entry::article)
            .thenComparing(e -> String.valueOf(e.speaker()));

    private final Denials denials;
    private final Map<String, List<Group>> groups;
    private final List<Telling> told;

    /** @param tellings in the order of time */
    Ledger(List<Telling> tellings) {
        denials =
                new Denials(tellings.stream().filter(t -> t.figure().isDenial()).toList());
        told = tellings.stream().filter(t -> !t.figure().isDenial()).toList();
        groups = grouped(told);
    }

    List<LedgerLine> lines() {
        var entries = new LinkedHashMap<String, List<LedgerLine.Entry>>();
        groups.forEach((line, of) -> of.forEach(group -> entries.computeIfAbsent(line, l -> new ArrayList<>())
                .addAll(course(group, of).entries())));
        unheard().forEach(denial -> entries.computeIfAbsent(denial.line(), l -> new ArrayList<>())
                .add(new Group(List.of(denial)).entry("denied", Denials.ended(Denials.REFUTED, denial))));
        return entries.entrySet().stream()
                .map(e -> line(e.getKey(), e.getValue()))
                .sorted(BY_WEIGHT)
                .limit(MOST_LINES)
                .toList();
    }

    /** The denials of numbers that no article of the story states, the first of each number. */
    private Collection<Telling> unheard() {
        var first = new LinkedHashMap<String, Telling>();
        denials.all().stream()
                .filter(d -> told.stream()
                        .noneMatch(t -> t.figure().kind().equals(d.figure().kind())
                                && t.figure().amount().isOf(d.figure().amount())))
                .forEach(d -> first.putIfAbsent(d.number(), d));
        return first.values();
    }

    private Course course(Group group, List<Group> line) {
        var rivals = line.stream()
                .filter(other -> other != group
                        && other.first().voice().equals(group.first().voice()))
                .toList();
        return new Course(group, rivals, line, denials);
    }

    private static LedgerLine line(String key, List<LedgerLine.Entry> entries) {
        var sorted = entries.stream().sorted(BY_TIME).toList();
        int bar = key.indexOf('|');
        return new LedgerLine(
                key.substring(0, bar),
                key.substring(bar + 1),
                sorted.subList(Math.max(0, sorted.size() - MOST_ENTRIES), sorted.size()));
    }

    private static Map<String, List<Group>> grouped(List<Telling> tellings) {
        var byFigure = tellings.stream()
                .collect(Collectors.groupingBy(
                        t -> t.number() + "|" + t.voice(), LinkedHashMap::new, Collectors.toList()));
        var lines = byFigure.values().stream()
                .map(Group::new)
                .collect(Collectors.groupingBy(g -> g.first().line(), LinkedHashMap::new, Collectors.toList()));
        lines.replaceAll((line, of) -> of.subList(Math.max(0, of.size() - MOST_GROUPS), of.size()));
        return lines;
    }
}
