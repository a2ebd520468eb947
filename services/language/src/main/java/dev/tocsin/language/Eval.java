package dev.tocsin.language;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.contracts.Json;
import dev.tocsin.language.detect.Detector;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code tocsin eval language FILE [--out F]}: measures detection against labelled texts, on one thread.
 *
 * <p>A {@code .tsv} file has the columns tag, class and text under a header; without the first two it is only
 * predicted. Each prediction is a line {@code {tag, confidence}} of F, in input order. A {@code .jsonl} file of rows
 * with {@code title} and {@code text} is copied to F with {@code lang} filled in where a row has none.
 *
 * <p>{@code eval language --explain TEXT} says what the language of one text rests on.
 */
public final class Eval {
    private static final Path REPORT = Path.of("target", "eval-language.json");

    /** Before the speed is measured, on the same texts. */
    private static final int WARMING_ROUNDS = 3;

    private Eval() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("--explain")) {
            System.out.println(detector().explain(null, args[1], null));
            return;
        }
        if (args.length != 1 && !(args.length == 3 && args[1].equals("--out"))) {
            System.err.println("usage: eval language FILE.tsv|FILE.jsonl [--out FILE]");
            System.exit(2);
        }
        var file = Path.of(args[0]);
        if (!Files.isReadable(file)) {
            System.err.println("eval language: no such file: " + file);
            System.exit(2);
        }
        var out = args.length == 3 ? Path.of(args[2]) : null;
        if (args[0].endsWith(".jsonl")) {
            annotate(file, out);
        } else {
            measure(file, out);
        }
    }

    /** The detector as the service would set it up, system properties and environment included. */
    private static Detector detector() {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withDefaultValue("tocsin.language.languages", LanguageConfig.DEFAULT_LANGUAGES)
                .withDefaultValue("tocsin.language.max-chars", LanguageConfig.DEFAULT_MAX_CHARS)
                .withDefaultValue("tocsin.language.threshold", LanguageConfig.DEFAULT_THRESHOLD)
                .build();
        return Detector.load(
                config.getValues("tocsin.language.languages", String.class),
                config.getValue("tocsin.language.max-chars", Integer.class),
                config.getValue("tocsin.language.threshold", Double.class));
    }

    private static void measure(Path file, @Nullable Path out) throws IOException {
        var items = read(file);
        var detector = detector();
        var predicted = predict(detector, items);
        for (int i = 1; i < WARMING_ROUNDS; i++) {
            predict(detector, items);
        }
        long start = System.nanoTime();
        predict(detector, items);
        double perSecond = items.size() * 1e9 / (System.nanoTime() - start);
        if (out != null) {
            var lines = predicted.stream()
                    .map(p -> line(
                            Json.mapper().createObjectNode().put("tag", p.tag()).put("confidence", p.confidence())))
                    .toList();
            Files.write(out, lines);
        }
        var report = EvalReport.of(items, predicted, perSecond);
        System.out.print(report.table());
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, Json.write(report));
    }

    private static List<DetectedLanguage> predict(Detector detector, List<LabelledText> items) {
        return items.stream().map(i -> detector.detect(null, i.text())).toList();
    }

    private static void annotate(Path file, @Nullable Path out) throws IOException {
        var detector = detector();
        var lines = new ArrayList<String>();
        int filled = 0;
        for (var row : Files.readAllLines(file)) {
            if (row.isBlank()) {
                continue;
            }
            var node = (ObjectNode) Json.mapper().readTree(row);
            if (node.path("lang").asText("").isBlank()) {
                filled++;
                node.put(
                        "lang",
                        detector.detect(
                                        node.path("title").asText(""),
                                        node.path("text").asText(""))
                                .tag());
            }
            lines.add(line(node));
        }
        if (out != null) {
            Files.write(out, lines);
        }
        System.out.printf(Locale.ROOT, "%d rows, the language of %d filled in%n", lines.size(), filled);
    }

    private static String line(ObjectNode node) {
        return node.toString();
    }

    /** One text to predict, and its label where the file has one. */
    record LabelledText(int line, @Nullable String tag, String kind, String text) {}

    static List<LabelledText> read(Path file) throws IOException {
        var rows = Files.readAllLines(file);
        var items = new ArrayList<LabelledText>();
        for (int i = 0; i < rows.size(); i++) {
            var columns = rows.get(i).split("\t", 3);
            if (columns.length == 3 && i == 0 && columns[0].equals("tag")) {
                continue;
            }
            items.add(
                    columns.length == 3
                            ? new LabelledText(i + 1, columns[0], columns[1], columns[2])
                            : new LabelledText(i + 1, null, "", columns[columns.length - 1]));
        }
        return items;
    }
}
