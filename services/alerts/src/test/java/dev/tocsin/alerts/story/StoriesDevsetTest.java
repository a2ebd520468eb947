package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Groups the labelled stories that lie beside the tree, and prints how well, as B-cubed (Bagga and Baldwin, 1998). A
 * floor only: the first grouping need not be good, but it must not fall back to everything alone or all in one.
 */
class StoriesDevsetTest {
    private static final Path DEVSET =
            Path.of(System.getProperty("tocsin.root", "../.."), "../shared/devset/stories.jsonl");

    @Test
    void groupsLabelledStoriesBetterThanEachAlone() throws IOException {
        assumeTrue(Files.exists(DEVSET), () -> "skipped: no " + DEVSET);
        var rows = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(DEVSET)) {
            rows.add(Json.mapper().readTree(line));
        }
        rows.sort(Comparator.comparing(StoriesDevsetTest::published));

        var predicted = group(rows);
        var gold = rows.stream().collect(Collectors.toMap(r -> r.get("id").asText(), r -> r.get("story")
                .asText()));
        double precision = share(predicted, gold);
        double recall = share(gold, predicted);
        double f1 = 2 * precision * recall / (precision + recall);

        System.out.printf(
                "stories devset: B-cubed precision %.3f recall %.3f F1 %.3f, cross-language pairs %.3f%n",
                precision, recall, f1, crossLanguageRecall(rows, predicted));
        assertThat(f1).isGreaterThan(0.60);
    }

    private static Map<String, String> group(List<JsonNode> rows) {
        var desk = new Desk(StoryRules.DEFAULTS);
        var predicted = new HashMap<String, String>();
        for (var row : rows) {
            var at = published(row);
            var article = Articles.article(row.get("id").asText())
                    .titled(row.get("title").textValue())
                    .saying(row.get("text").asText())
                    .in(row.get("lang").asText())
                    .at(at, at);
            predicted.put(article.id(), desk.story(article).id());
            desk.sweep(article.sighting().lane());
        }
        return predicted;
    }

    /** Midday where only the day is known; one day before all others where nothing is. */
    private static Instant published(JsonNode row) {
        var day = row.get("published").isNull()
                ? "2021-12-01"
                : row.get("published").asText();
        return Instant.parse(day.substring(0, 10) + "T00:00:00Z").plus(Duration.ofHours(12));
    }

    /** Of each article's group in one grouping, the mean share that is together in the other too. */
    private static double share(Map<String, String> one, Map<String, String> other) {
        var groups = new HashMap<String, Set<String>>();
        one.forEach((id, story) ->
                groups.computeIfAbsent(story, s -> new HashSet<>()).add(id));
        return one.entrySet().stream()
                .mapToDouble(e -> {
                    var group = groups.get(e.getValue());
                    long together = group.stream()
                            .filter(id -> other.get(id).equals(other.get(e.getKey())))
                            .count();
                    return (double) together / group.size();
                })
                .average()
                .orElseThrow();
    }

    private static double crossLanguageRecall(List<JsonNode> rows, Map<String, String> predicted) {
        int pairs = 0;
        int found = 0;
        for (var one : rows) {
            for (var other : rows) {
                if (one.get("story").equals(other.get("story"))
                        && !one.get("lang").equals(other.get("lang"))) {
                    pairs++;
                    found += predicted
                                    .get(one.get("id").asText())
                                    .equals(predicted.get(other.get("id").asText()))
                            ? 1
                            : 0;
                }
            }
        }
        return (double) found / pairs;
    }
}
