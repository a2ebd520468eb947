package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryOrigin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a story, one table a kind and scope, as told over time. */
public record LedgerView(String label, List<Step> steps) {
    private static final Set<String> STRUCK = Set.of("retracted", "denied", "superseded");

    /**
     * One figure.
     *
     * @param state in words
     * @param struck whether it no longer stands
     * @param by who says it; the source that tells it where nobody is named
     * @param href the article that told it first
     * @param repeats who tells it too, in words; empty where nobody does
     * @param ended why it no longer stands; null while it does
     */
    public record Step(
            String number,
            boolean part,
            String state,
            boolean struck,
            String by,
            Moment at,
            String quote,
            String href,
            String repeats,
            @Nullable String ended,
            @Nullable Moment endedAt) {}

    static List<LedgerView> of(Story story) {
        var names = story.origins().stream()
                .collect(Collectors.toMap(StoryOrigin::source, StoryOrigin::name, (one, other) -> one));
        return story.ledger().stream()
                .map(line -> new LedgerView(
                        label(line),
                        line.entries().stream().map(entry -> step(entry, names)).toList()))
                .toList();
    }

    private static String label(LedgerLine line) {
        return line.scope().equals("unspecified") ? line.kind() : line.kind() + ", " + line.scope();
    }

    private static Step step(LedgerLine.Entry entry, Map<String, String> names) {
        var ended = entry.ended();
        var reporter = names.getOrDefault(entry.reportedBy(), entry.reportedBy());
        var repeats = entry.repeats().stream()
                .map(r -> names.getOrDefault(r.origin(), r.origin()))
                .collect(Collectors.joining(", "));
        return new Step(
                Findings.number(entry.low(), entry.high()),
                entry.part(),
                entry.state().replace('-', ' '),
                STRUCK.contains(entry.state()),
                entry.saidBy() == null ? reporter : entry.saidBy(),
                Moment.of("told", entry.at()),
                entry.quote(),
                StoryView.Reason.article(entry.article()),
                entry.saidBy() == null ? repeats : repeats.isEmpty() ? reporter : reporter + ", " + repeats,
                ended == null ? null : words(ended, names),
                ended == null ? null : Moment.of("ended", ended.at()));
    }

    private static String words(LedgerLine.Ended ended, Map<String, String> names) {
        var by = ended.by() == null ? "" : names.getOrDefault(ended.by(), ended.by());
        return switch (ended.reason()) {
            case "newer" -> "by a newer figure";
            case "taken-back" -> "withdrawn by " + by;
            case "dropped" -> "left out by " + by;
            case "vanished" -> "page of " + by + " gone";
            default -> by.isEmpty() ? "denied" : "denied by " + by;
        };
    }
}
