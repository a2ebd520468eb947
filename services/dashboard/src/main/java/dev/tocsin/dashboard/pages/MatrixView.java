package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryReaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who takes which stance in a story: actors by stances, each cell with when and in which words. */
public record MatrixView(List<String> stances, List<Row> rows) {
    /** @param cells one a stance */
    public record Row(String actor, List<List<Cell>> cells) {}

    /** @param previous the stance that the actor left for it; null where there was none */
    public record Cell(Moment at, @Nullable String previous, @Nullable String towards, String quote, String href) {}

    static MatrixView of(Story story) {
        var counts = story.reactions().stream()
                .collect(Collectors.groupingBy(StoryReaction::stance, LinkedHashMap::new, Collectors.counting()));
        var stances = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        Map<String, List<StoryReaction>> byActor = new LinkedHashMap<>();
        story.reactions().forEach(r -> byActor.computeIfAbsent(r.actor(), a -> new ArrayList<>())
                .add(r));
        return new MatrixView(
                stances.stream().map(s -> s.replace('-', ' ')).toList(),
                byActor.entrySet().stream()
                        .map(e -> new Row(
                                e.getKey(),
                                stances.stream()
                                        .map(s -> cells(e.getValue(), s))
                                        .toList()))
                        .toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private static List<Cell> cells(List<StoryReaction> ofActor, String stance) {
        return ofActor.stream()
                .filter(r -> r.stance().equals(stance))
                .map(r -> new Cell(
                        Moment.of("told", r.at()),
                        r.previous() == null ? null : r.previous().replace('-', ' '),
                        r.towards(),
                        r.quote(),
                        StoryView.Reason.article(r.article())))
                .toList();
    }
}
