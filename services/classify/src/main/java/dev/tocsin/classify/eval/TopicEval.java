package dev.tocsin.classify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackFolder;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicHit;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code tocsin eval topics FILE.jsonl [--out F]}: measures the packs against labelled texts, on one thread.
 *
 * <p>A row has {@code id}, {@code lang}, {@code title}, {@code text} and may have {@code labels} and {@code
 * optional_labels}; a label that is optional is right either way and not scored. A row without {@code lang} is searched
 * for names only: {@code tocsin eval language} fills it in. Each prediction is a line {@code {id, labels:[{topic,
 * score}], language}} of F, in input order.
 */
public final class Eval {
    private static final Path REPORT = Path.of("target", "eval-topics.json");

    private Eval() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1 && !(args.length == 3 && args[1].equals("--out"))) {
            System.err.println("usage: eval topics FILE.jsonl [--out FILE]");
            System.exit(2);
        }
        var file = Path.of(args[0]);
        if (!Files.isReadable(file)) {
            System.err.println("eval topics: no such file: " + file);
            System.exit(2);
        }
        try {
            measure(classifier(), file, args.length == 3 ? Path.of(args[2]) : null);
        } catch (InvalidPackException | BadTermException e) {
            System.err.println("eval topics: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Classifier classifier() throws InvalidPackException, BadTermException {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withDefaultValue("tocsin.classify.packs", ClassifyConfig.DEFAULT_PACKS)
                .build();
        return Classifier.of(PackFolder.read(config.getValue("tocsin.classify.packs", Path.class)));
    }

    private static void measure(Classifier classifier, Path file, @Nullable Path out) throws IOException {
        var rows = read(file);
        long start = System.nanoTime();
        var predicted = new ArrayList<List<TopicHit>>();
        for (var row : rows) {
            predicted.add(classifier.classify(row.title(), row.text(), row.language()));
        }
        double perSecond = rows.size() * 1e9 / (System.nanoTime() - start);
        if (out != null) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < rows.size(); i++) {
                lines.add(line(rows.get(i), predicted.get(i)));
            }
            Files.write(out, lines);
        }
        var topics = classifier.packs().stream().map(p -> p.id()).toList();
        var report = EvalReport.of(topics, rows, predicted, perSecond);
        System.out.print(report.table());
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, Json.write(report));
    }

    private static String line(LabelledText row, List<TopicHit> hits) {
        var node = Json.mapper().createObjectNode().put("id", row.id());
        var labels = node.putArray("labels");
        hits.forEach(h -> labels.addObject().put("topic", h.topic()).put("score", h.score()));
        return node.put("language", row.language()).toString();
    }

    static List<LabelledText> read(Path file) throws IOException {
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
    record LabelledText(
            String id,
            String language,
            @Nullable String title,
            String text,
            Optional<Set<String>> labels,
            Set<String> optional) {}
}
