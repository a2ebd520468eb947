package dev.tocsin.classify.eval;

import dev.tocsin.classify.eval.ReactionEval.Told;
import dev.tocsin.classify.eval.ReactionEval.ToldText;
import dev.tocsin.contracts.Reaction;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an evaluation of reactions found.
 *
 * @param textsPerSecond on one thread, cold code included
 */
public record ReactionReport(int texts, double textsPerSecond, List<Row> rows, List<Wrong> wrong) {
    private static final String ALL = "all";
    /** Names are the same where one holds the other, if it is longer than this. */
    private static final int SHORT_NAME = 3;

    /**
     * One language, or all.
     *
     * @param actors expected ones that were found
     * @param stances those among them whose stance is right too
     */
    public record Row(
            String language,
            int expected,
            int actors,
            int extra,
            int stances,
            double precision,
            double recall,
            double f1,
            double stance) {}

    /** A reaction missed, not expected, or told with another stance. */
    public record Wrong(String id, String language, String kind, String actor, String stance, String said) {}

    static ReactionReport of(List<ToldText> texts, List<List<Reaction>> predicted, double perSecond) {
        var wrong = new ArrayList<Wrong>();
        var tallies = new TreeMap<String, int[]>();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text.told().isPresent()) {
                var tally = compare(text, text.told().get(), predicted.get(i), wrong);
                for (var language : List.of(text.language(), ALL)) {
                    var sum = tallies.computeIfAbsent(language, l -> new int[4]);
                    for (int k = 0; k < tally.length; k++) {
                        sum[k] += tally[k];
                    }
                }
            }
        }
        var rows = new ArrayList<Row>();
        for (Map.Entry<String, int[]> e : tallies.entrySet()) {
            rows.add(row(e.getKey(), e.getValue()));
        }
        rows.sort((a, b) -> Boolean.compare(a.language.equals(ALL), b.language.equals(ALL)));
        return new ReactionReport(texts.size(), perSecond, rows, wrong);
    }

    /** Expected, found, extra, right in stance. */
    private static int[] compare(ToldText text, List<Told> expected, List<Reaction> predicted, List<Wrong> wrong) {
        var left = new ArrayList<>(predicted);
        int actors = 0;
        int stances = 0;
        for (var told : expected) {
            var hits = left.stream().filter(r -> same(r.actor(), told.actor())).toList();
            if (hits.isEmpty()) {
                wrong.add(new Wrong(text.id(), text.language(), "missed", told.actor(), told.stance(), ""));
                continue;
            }
            var best = hits.stream()
                    .filter(r -> r.stance().equals(told.stance()))
                    .findFirst()
                    .orElse(hits.getFirst());
            actors++;
            if (best.stance().equals(told.stance())) {
                stances++;
            } else {
                wrong.add(new Wrong(text.id(), text.language(), "stance", told.actor(), told.stance(), best.stance()));
            }
            left.remove(best);
        }
        left.forEach(r -> wrong.add(new Wrong(text.id(), text.language(), "extra", r.actor(), r.stance(), r.quote())));
        return new int[] {expected.size(), actors, left.size(), stances};
    }

    private static boolean same(String one, String other) {
        var a = key(one);
        var b = key(other);
        return a.equals(b) || (Math.min(a.length(), b.length()) > SHORT_NAME && (a.contains(b) || b.contains(a)));
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Row row(String language, int[] t) {
        int said = t[1] + t[2];
        double precision = said == 0 ? 0 : (double) t[1] / said;
        double recall = t[0] == 0 ? 0 : (double) t[1] / t[0];
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Row(language, t[0], t[1], t[2], t[3], precision, recall, f1, t[1] == 0 ? 0 : (double) t[3] / t[1]);
    }

    /** The report for people. */
    String table() {
        var out = new StringBuilder();
        if (!rows.isEmpty()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-4s %8s %6s %6s %9s %7s %7s %12s%n",
                    "lang",
                    "expected",
                    "found",
                    "extra",
                    "precision",
                    "recall",
                    "F1",
                    "stance right"));
        }
        for (var r : rows) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-4s %8d %6d %6d %9.3f %7.3f %7.3f %12.3f%n",
                    r.language,
                    r.expected,
                    r.actors,
                    r.extra,
                    r.precision,
                    r.recall,
                    r.f1,
                    r.stance));
        }
        return out.append(String.format(Locale.ROOT, "%d texts, %.0f texts/s on one thread%n", texts, textsPerSecond))
                .toString();
    }
}
