package dev.tocsin.classify.eval;

import dev.tocsin.classify.eval.TopicEval.LabelledText;
import dev.tocsin.contracts.TopicHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an evaluation of the packs found.
 *
 * @param textsPerSecond on one thread, on warm code
 * @param macroF1 the mean of the topics' F1 over all languages
 */
public record TopicReport(int texts, double textsPerSecond, double macroF1, List<Row> rows, List<Wrong> wrong) {
    private static final String ALL = "all";

    /** One topic in one language, or in all. */
    public record Row(
            String language,
            String topic,
            int expected,
            int right,
            int wrong,
            int missed,
            double precision,
            double recall,
            double f1) {}

    /** A text that a topic was wrongly given to, or wrongly not; with what the decision rested on. */
    public record Wrong(String id, String language, String topic, String kind, double score, List<String> terms) {}

    public static TopicReport of(
            List<String> topics, List<LabelledText> texts, List<List<TopicHit>> predicted, double perSecond) {
        var wrong = new ArrayList<Wrong>();
        var tallies = new TreeMap<String, Map<String, Tally>>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            for (var topic : topics) {
                if (text.labels().isEmpty() || text.optional().contains(topic)) {
                    continue;
                }
                boolean expected = text.labels().get().contains(topic);
                var hit = predicted.get(i).stream()
                        .filter(h -> h.topic().equals(topic))
                        .findFirst();
                for (var language : List.of(text.language(), ALL)) {
                    tallies.computeIfAbsent(language, l -> new TreeMap<>())
                            .computeIfAbsent(topic, t -> new Tally())
                            .count(expected, hit.isPresent());
                }
                if (expected != hit.isPresent()) {
                    wrong.add(wrong(text, topic, hit));
                }
            }
        }
        var rows = rows(tallies);
        double macro = rows.stream()
                .filter(r -> r.language.equals(ALL))
                .mapToDouble(Row::f1)
                .average()
                .orElse(0);
        return new TopicReport(texts.size(), perSecond, macro, rows, wrong);
    }

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        void count(boolean expected, boolean said) {
            right += expected && said ? 1 : 0;
            wrong += !expected && said ? 1 : 0;
            missed += expected && !said ? 1 : 0;
        }
    }

    private static Wrong wrong(LabelledText text, String topic, Optional<TopicHit> hit) {
        var terms = hit.stream()
                .flatMap(h -> h.evidence().stream())
                .map(e -> e.signal() + ": " + e.term())
                .distinct()
                .toList();
        double score = hit.map(TopicHit::score).orElse(0.0);
        return new Wrong(text.id(), text.language(), topic, hit.isEmpty() ? "missed" : "wrong", score, terms);
    }

    /** By topic and language, all languages last. */
    private static List<Row> rows(Map<String, Map<String, Tally>> tallies) {
        var rows = new ArrayList<Row>();
        tallies.forEach((language, byTopic) -> byTopic.forEach((topic, t) -> rows.add(row(language, topic, t))));
        rows.sort(Comparator.comparing((Row r) -> r.language.equals(ALL))
                .thenComparing(Row::topic)
                .thenComparing(Row::language));
        return rows;
    }

    private static Row row(String language, String topic, Tally t) {
        double precision = t.right == 0 ? 0 : (double) t.right / (t.right + t.wrong);
        double recall = t.right == 0 ? 0 : (double) t.right / (t.right + t.missed);
        double f1 = t.right == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Row(language, topic, t.right + t.missed, t.right, t.wrong, t.missed, precision, recall, f1);
    }

    /** The report for people. */
    String table() {
        var out = new StringBuilder();
        if (!rows.isEmpty()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-24s %-4s %8s %6s %6s %6s %9s %7s %7s%n",
                    "topic",
                    "lang",
                    "expected",
                    "right",
                    "wrong",
                    "missed",
                    "precision",
                    "recall",
                    "F1"));
        }
        for (var r : rows) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-24s %-4s %8d %6d %6d %6d %9.3f %7.3f %7.3f%n",
                    r.topic,
                    r.language,
                    r.expected,
                    r.right,
                    r.wrong,
                    r.missed,
                    r.precision,
                    r.recall,
                    r.f1));
        }
        if (!rows.isEmpty()) {
            out.append(String.format(Locale.ROOT, "macro F1 %.4f%n", macroF1));
        }
        return out.append(String.format(Locale.ROOT, "%d texts, %.0f texts/s on one thread%n", texts, textsPerSecond))
                .toString();
    }
}
