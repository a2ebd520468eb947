package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.dashboard.charts.LedgerChart;
import dev.tocsin.dashboard.words.Speech;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one kind in a story, as told over time.
 *
 * @param voices who tells them, each with its letter
 * @param drawing the same as a chart; null where one figure alone stands
 * @param steps oldest first
 */
public record LedgerView(String kind, List<Voice> voices, @Nullable Drawing drawing, List<Step> steps) {
    private static final Set<String> STRUCK = Set.of("retracted", "denied", "superseded");
    private static final Set<String> WITHDRAWN = Set.of("retracted", "denied");
    private static final String AGAIN = "repeated-after-retraction";
    private static final double HEIGHT = 230;
    private static final int LETTERS = 26;

    /** Who tells figures. */
    public record Voice(String letter, int colour, String name) {}

    /**
     * One figure.
     *
     * @param letter of who says it
     * @param scope whom it counts; empty where nobody says
     * @param state as the message has it
     * @param struck whether it no longer stands
     * @param by who says it; the source that tells it where nobody is named
     * @param href the article that told it first
     * @param repeats who tells it too, in words; empty where nobody does
     * @param ended why it no longer stands; null while it does
     */
    public record Step(
            String letter,
            int colour,
            String number,
            String scope,
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

    /** Whether a figure was withdrawn or denied. */
    public boolean crossed() {
        return steps.stream().anyMatch(s -> WITHDRAWN.contains(s.state()));
    }

    /** Whether one was told in spite of that. */
    public boolean again() {
        return steps.stream().anyMatch(s -> s.state().equals(AGAIN));
    }

    /** Whether one is a part of another. */
    public boolean parted() {
        return steps.stream().anyMatch(Step::part);
    }

    /** An entry with the scope of its line. */
    private record Told(String scope, LedgerLine.Entry entry) {
        String voice() {
            return entry.speaker() == null ? "source:" + entry.reportedBy() : entry.speaker();
        }
    }

    static List<LedgerView> of(Dossier dossier) {
        var names = names(dossier);
        var kinds = dossier.ledger().stream()
                .collect(Collectors.groupingBy(LedgerLine::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue(), names, dossier.speech()))
                .toList();
    }

    /** What the sources are called, by id. */
    static Map<String, String> names(Dossier dossier) {
        var names = dossier.story().stream()
                .flatMap(s -> s.origins().stream())
                .collect(Collectors.toMap(StoryOrigin::source, StoryOrigin::name, (one, other) -> one, HashMap::new));
        dossier.articles().forEach(a -> names.putIfAbsent(a.source(), a.sourceName()));
        return names;
    }

    private static LedgerView of(String kind, List<LedgerLine> lines, Map<String, String> names, Speech speech) {
        var told = lines.stream()
                .flatMap(line -> line.entries().stream().map(e -> new Told(scope(line), e)))
                .sorted(Comparator.comparing(t -> t.entry().at()))
                .toList();
        Map<String, Voice> voices = new LinkedHashMap<>();
        told.forEach(t -> voices.computeIfAbsent(t.voice(), v -> voice(voices.size(), by(t.entry(), names))));
        var order = List.copyOf(voices.keySet());
        var steps = told.stream()
                .map(t -> step(t, voices.get(t.voice()), names, speech))
                .toList();
        var figures = new ArrayList<LedgerChart.Figure>();
        for (int i = 0; i < told.size(); i++) {
            figures.add(figure(told.get(i), order.indexOf(told.get(i).voice()), steps.get(i), kind, speech));
        }
        var drawing = figures.size() < 2
                ? null
                : Drawing.of(width -> LedgerChart.draw(figures, width, HEIGHT, speech.locale()));
        return new LedgerView(kind, List.copyOf(voices.values()), drawing, steps);
    }

    private static String scope(LedgerLine line) {
        return line.scope().equals("unspecified") ? "" : line.scope();
    }

    private static Voice voice(int number, String name) {
        return new Voice(number < LETTERS ? String.valueOf((char) ('A' + number)) : "*", number % 6 + 1, name);
    }

    private static String by(LedgerLine.Entry entry, Map<String, String> names) {
        return entry.saidBy() == null ? names.getOrDefault(entry.reportedBy(), entry.reportedBy()) : entry.saidBy();
    }

    private static LedgerChart.Figure figure(Told told, int voice, Step step, String kind, Speech speech) {
        var entry = told.entry();
        var title = step.number() + " " + speech.name("kind.", kind)
                + (step.scope().isEmpty() ? "" : " (" + speech.name("scope.", step.scope()) + ")") + ", "
                + step.by() + ", " + step.at().text() + ": " + speech.name("state.", step.state())
                + (step.ended() == null ? "" : ", " + step.ended());
        return new LedgerChart.Figure(
                voice,
                step.letter(),
                Stream.of(step.part() ? speech.say("ofThem") : "", speech.name("scope.", step.scope()))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" ")),
                entry.low(),
                entry.high(),
                WITHDRAWN.contains(entry.state()),
                entry.state().equals(AGAIN),
                entry.state().equals("rumour"),
                entry.part(),
                entry.at(),
                entry.ended() == null ? null : entry.ended().at(),
                title,
                step.href());
    }

    private static Step step(Told told, Voice voice, Map<String, String> names, Speech speech) {
        var entry = told.entry();
        var ended = entry.ended();
        var repeats = entry.repeats().stream()
                .map(r -> names.getOrDefault(r.origin(), r.origin()))
                .collect(Collectors.joining(", "));
        var reporter = names.getOrDefault(entry.reportedBy(), entry.reportedBy());
        return new Step(
                voice.letter(),
                voice.colour(),
                Findings.number(entry.low(), entry.high(), speech),
                told.scope(),
                entry.part(),
                entry.state(),
                STRUCK.contains(entry.state()),
                by(entry, names),
                Moment.of("told", entry.at()),
                entry.quote(),
                RungView.article(entry.article()),
                entry.saidBy() == null ? repeats : repeats.isEmpty() ? reporter : reporter + ", " + repeats,
                ended == null ? null : words(ended, names, speech),
                ended == null ? null : Moment.of("ended", ended.at()));
    }

    static String words(LedgerLine.Ended ended, Map<String, String> names, Speech speech) {
        var by = ended.by() == null ? "" : names.getOrDefault(ended.by(), ended.by());
        return switch (ended.reason()) {
            case "newer" -> speech.say("ended.newer");
            case "taken-back", "dropped", "vanished" -> speech.say("ended." + ended.reason(), by);
            default -> by.isEmpty() ? speech.say("ended.other") : speech.say("ended.denied", by);
        };
    }
}
