package dev.tocsin.classify.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackFolder;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.contracts.TopicPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the packs against labelled texts, on one thread.
 *
 * <p>A row has {@code id}, {@code lang}, {@code title}, {@code text} and may have {@code labels} and {@code
 * optional_labels}; a label that is optional is right either way and not scored. A row without {@code lang} is searched
 * for names only: {@code tocsin eval language} fills it in. Each prediction is a line {@code {id, labels:[{topic,
 * score}], language}} of F, in input order.
 */
public final class TopicEval {
    private static final String PACKS = "TOCSIN_CLASSIFY_PACKS";

    private static final Duration WARM = Duration.ofSeconds(3);

    private TopicEval() {}

    static void run(Path file, @Nullable Path out) throws IOException, InvalidPackException, BadTermException {
        var classifier =
                Classifier.of(PackFolder.read(Path.of(Objects.requireNonNullElse(System.getenv(PACKS), "topicpacks"))));
        var rows = read(file);
        var predicted = rows.stream().map(row -> classify(classifier, row)).toList();
        double perSecond = perSecond(classifier, rows);
        var lines = IntStream.range(0, rows.size())
                .mapToObj(i -> line(rows.get(i), predicted.get(i)))
                .toList();
        var topics = classifier.packs().stream().map(TopicPack::id).toList();
        var report = TopicReport.of(topics, rows, predicted, perSecond);
        Eval.report("topics", report.table(), report, out, lines);
    }

    private static List<TopicHit> classify(Classifier classifier, LabelledText row) {
        return classifier.classify(row.title(), row.text(), row.language());
    }

    /** Of the quickest of some passes, because the first ones run on cold code. */
    private static double perSecond(Classifier classifier, List<LabelledText> rows) {
        long end = System.nanoTime() + WARM.toNanos();
        double best = 0;
        do {
            long start = System.nanoTime();
            rows.forEach(row -> classify(classifier, row));
            best = Math.max(best, rows.size() * 1e9 / (System.nanoTime() - start));
        } while (System.nanoTime() < end);
        return best;
    }

    private static String line(LabelledText row, List<TopicHit> hits) {
        var node = Json.mapper().createObjectNode().put("id", row.id());
        var labels = node.putArray("labels");
        hits.forEach(h -> labels.addObject().put("topic", h.topic()).put("score", h.score()));
        return node.put("language", row.language()).toString();
    }

    public static List<LabelledText> read(Path file) throws IOException {
        var rows = new ArrayList<LabelledText>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            var node = Json.mapper().readTree(line);
            rows.add(new LabelledText(
                    node.path("id").asText(),
                    node.path("lang").asText("und"),
                    node.path("title").isTextual() ? node.path("title").asText() : null,
                    node.path("text").asText(""),
                    node.has("labels") ? Optional.of(strings(node.path("labels"))) : Optional.empty(),
                    strings(node.path("optional_labels"))));
        }
        return rows;
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new TreeSet<String>();
        array.forEach(n -> strings.add(n.asText()));
        return strings;
    }

    /** One text to predict; its labels are empty where the file has none. */
    public record LabelledText(
            String id,
            String language,
            @Nullable String title,
            String text,
            Optional<Set<String>> labels,
            Set<String> optional) {}
}
