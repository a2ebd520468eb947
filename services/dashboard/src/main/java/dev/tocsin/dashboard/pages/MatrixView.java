package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.StoryReaction;
import dev.tocsin.dashboard.charts.StanceChart;
import dev.tocsin.dashboard.words.Speech;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who takes which stance in a story, and when: a row for each actor, in the order in which they spoke.
 *
 * @param drawing the same as a chart, of the first actors; null where nobody reacts
 */
public record MatrixView(@Nullable Drawing drawing, List<Row> rows) {
    private static final int MOST_DRAWN = 24;

    /** The stances of an actor, oldest first. */
    public record Row(String actor, List<Stance> stances) {}

    /**
     * A stance.
     *
     * @param tone what its colour tells: with, against, calls, neutral
     * @param previous the stance that the actor left for it; null where there was none
     */
    public record Stance(
            String words,
            String tone,
            @Nullable String previous,
            @Nullable String towards,
            Moment at,
            String quote,
            String href) {}

    static MatrixView of(Dossier dossier) {
        var speech = dossier.speech();
        var byActor = dossier.story().stream()
                .flatMap(s -> s.reactions().stream())
                .sorted(Comparator.comparing(StoryReaction::at))
                .collect(Collectors.groupingBy(StoryReaction::actor, LinkedHashMap::new, Collectors.toList()));
        var rows = byActor.entrySet().stream()
                .map(e -> new Row(
                        speech.state(e.getKey()),
                        e.getValue().stream().map(r -> stance(r, speech)).toList()))
                .toList();
        if (rows.isEmpty()) {
            return new MatrixView(null, rows);
        }
        var drawn = byActor.entrySet().stream()
                .limit(MOST_DRAWN)
                .map(e -> new StanceChart.Row(
                        speech.state(e.getKey()),
                        e.getValue().stream().map(r -> drawn(r, speech)).toList()))
                .toList();
        return new MatrixView(Drawing.of(width -> StanceChart.draw(drawn, width, speech.locale())), rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private static Stance stance(StoryReaction reaction, Speech speech) {
        return new Stance(
                speech.name("stance.", reaction.stance()),
                tone(reaction.stance()),
                reaction.previous() == null ? null : speech.name("stance.", reaction.previous()),
                reaction.towards() == null ? null : speech.state(reaction.towards()),
                Moment.of("told", reaction.at()),
                reaction.quote(),
                RungView.article(reaction.article()));
    }

    private static StanceChart.Stance drawn(StoryReaction reaction, Speech speech) {
        var stance = stance(reaction, speech);
        var title = speech.state(reaction.actor()) + ": " + (stance.previous() == null ? "" : stance.previous() + " → ")
                + stance.words()
                + (stance.towards() == null ? "" : " (" + speech.say("towardsWhom", stance.towards()) + ")") + ", "
                + stance.at().text();
        return new StanceChart.Stance(
                reaction.at(), stance.words(), stance.tone(), reaction.previous() != null, title, stance.href());
    }

    private static String tone(String stance) {
        return switch (stance) {
            case "supports", "sends", "offers-help", "thanks" -> "with";
            case "condemns" -> "against";
            case "restraint", "concern" -> "calls";
            default -> "neutral";
        };
    }
}
