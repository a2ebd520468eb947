package dev.tocsin.language;

import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.language.Eval.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param textsPerSecond on one thread, warm
 * @param macroF1 by class of text, and over all classes under {@code all}: the mean over the languages
 */
record EvalReport(
        int texts,
        double textsPerSecond,
        Map<String, Double> macroF1,
        Map<String, Double> macroRecall,
        List<Row> rows,
        List<Wrong> wrong) {
    private static final String ALL = "all";

    /** One language in one class of texts. */
    record Row(String kind, String tag, int n, double precision, double recall, double f1) {}

    /** A text whose language was not told rightly; of the text itself only its line is kept. */
    record Wrong(int line, String kind, @Nullable String tag, String predicted, double confidence) {}

    static EvalReport of(List<LabelledText> items, List<DetectedLanguage> predicted, double perSecond) {
        var rows = new ArrayList<Row>();
        var macroF1 = new TreeMap<String, Double>();
        var macroRecall = new TreeMap<String, Double>();
        var kinds = new ArrayList<>(items.stream()
                .filter(i -> i.tag() != null)
                .map(LabelledText::kind)
                .distinct()
                .sorted()
                .toList());
        if (!kinds.isEmpty()) {
            kinds.add(ALL);
        }
        for (var kind : kinds) {
            var of = rows(kind, items, predicted);
            rows.addAll(of);
            macroF1.put(kind, of.stream().mapToDouble(Row::f1).average().orElse(0));
            macroRecall.put(kind, of.stream().mapToDouble(Row::recall).average().orElse(0));
        }
        return new EvalReport(items.size(), perSecond, macroF1, macroRecall, rows, wrong(items, predicted));
    }

    private static List<Row> rows(String kind, List<LabelledText> items, List<DetectedLanguage> predicted) {
        Predicate<LabelledText> inKind =
                i -> i.tag() != null && (kind.equals(ALL) || i.kind().equals(kind));
        var gold = new TreeMap<String, Integer>();
        var said = new TreeMap<String, Integer>();
        var right = new TreeMap<String, Integer>();
        for (int i = 0; i < items.size(); i++) {
            if (inKind.test(items.get(i))) {
                gold.merge(items.get(i).tag(), 1, Integer::sum);
                said.merge(primary(predicted.get(i).tag()), 1, Integer::sum);
                if (isRight(items.get(i).tag(), predicted.get(i))) {
                    right.merge(items.get(i).tag(), 1, Integer::sum);
                }
            }
        }
        return gold.entrySet().stream()
                .map(e -> {
                    double hits = right.getOrDefault(e.getKey(), 0);
                    double precision = hits == 0 ? 0 : hits / said.get(e.getKey());
                    double recall = hits / e.getValue();
                    double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
                    return new Row(kind, e.getKey(), e.getValue(), precision, recall, f1);
                })
                .toList();
    }

    private static List<Wrong> wrong(List<LabelledText> items, List<DetectedLanguage> predicted) {
        var wrong = new ArrayList<Wrong>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var said = predicted.get(i);
            if (item.tag() != null && !isRight(item.tag(), said)) {
                wrong.add(new Wrong(item.line(), item.kind(), item.tag(), said.tag(), said.confidence()));
            }
        }
        return wrong;
    }

    /** Labels name the language, not its script: {@code sr-Latn} is right for {@code sr}. */
    private static boolean isRight(String label, DetectedLanguage said) {
        return primary(said.tag()).equals(primary(label));
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }

    /** The report for people. */
    String table() {
        var text = new StringBuilder();
        if (!rows.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT, "%-10s %-4s %5s %9s %7s %7s%n", "class", "tag", "n", "precision", "recall", "F1"));
        }
        for (var row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-10s %-4s %5d %9.3f %7.3f %7.3f%n",
                    row.kind,
                    row.tag,
                    row.n,
                    row.precision,
                    row.recall,
                    row.f1));
        }
        macroF1.forEach((kind, f1) -> text.append(String.format(
                Locale.ROOT, "%-10s macro F1 %.4f, macro recall %.4f%n", kind, f1, macroRecall.get(kind))));
        return text.append(String.format(Locale.ROOT, "%d texts, %.0f texts/s on one thread%n", texts, textsPerSecond))
                .toString();
    }
}
