package dev.tocsin.classify.eval;

import dev.tocsin.classify.eval.ClaimEval.ClaimText;
import dev.tocsin.classify.eval.ClaimEval.GoldClaim;
import dev.tocsin.contracts.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an evaluation of figures found. A claim is right when kind, low and high are; a figure said twice in a text
 * counts as often as it is labelled, at least once.
 *
 * @param textsPerSecond on one thread, cold code included
 * @param scopeRight of the right claims, the part whose scope is right too
 * @param certaintyRight of the right claims, the part whose certainty is right too
 */
public record ClaimReport(
        int texts, double textsPerSecond, double scopeRight, double certaintyRight, List<Row> rows, List<Wrong> wrong) {
    private static final String ALL = "all";

    /** One kind in one language, or in all. */
    public record Row(
            String language,
            String kind,
            int expected,
            int right,
            int wrong,
            int missed,
            double precision,
            double recall,
            double f1) {}

    /** A text with a claim that is wrong or missed. */
    public record Wrong(String id, String language, String text, List<String> missed, List<String> wrong) {}

    static ClaimReport of(List<ClaimText> texts, List<List<Claim>> predicted, double perSecond) {
        var tallies = new TreeMap<String, Map<String, Tally>>();
        var wrong = new ArrayList<Wrong>();
        var details = new Tally();
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (text.claims().isPresent()) {
                compare(text, text.claims().get(), predicted.get(i), tallies, details, wrong);
            }
        }
        return new ClaimReport(
                texts.size(),
                perSecond,
                share(details.scope, details.right),
                share(details.certainty, details.right),
                rows(tallies),
                wrong);
    }

    private static void compare(
            ClaimText text,
            List<GoldClaim> gold,
            List<Claim> predicted,
            Map<String, Map<String, Tally>> tallies,
            Tally details,
            List<Wrong> wrong) {
        var left = new ArrayList<>(predicted);
        var missed = new ArrayList<String>();
        // what is required takes its match before what is optional
        for (boolean optional : new boolean[] {false, true}) {
            for (var claim : gold) {
                if (claim.optional() != optional) {
                    continue;
                }
                var match = left.stream().filter(claim::same).findFirst();
                match.ifPresent(left::remove);
                if (!optional) {
                    count(
                            tallies,
                            text.language(),
                            claim.kind(),
                            match.isPresent() ? 1 : 0,
                            0,
                            match.isPresent() ? 0 : 1);
                    match.ifPresent(m -> details.detail(claim, m));
                    if (match.isEmpty()) {
                        missed.add(figure(claim.kind(), claim.low(), claim.high(), claim.scope()));
                    }
                }
            }
        }
        left.removeIf(c -> gold.stream().anyMatch(g -> g.same(c)));
        left.forEach(c -> count(tallies, text.language(), c.kind(), 0, 1, 0));
        if (!left.isEmpty() || !missed.isEmpty()) {
            var said = left.stream()
                    .map(c -> figure(c.kind(), c.low(), c.high(), c.scope()) + " “" + c.quote() + "”")
                    .toList();
            wrong.add(new Wrong(text.id(), text.language(), text.text(), missed, said));
        }
    }

    private static String figure(String kind, Object low, Object high, String scope) {
        return kind + " " + Objects.toString(low, "") + "–" + Objects.toString(high, "") + " " + scope;
    }

    private static void count(
            Map<String, Map<String, Tally>> tallies, String language, String kind, int right, int wrong, int missed) {
        for (var l : List.of(language, ALL)) {
            for (var k : List.of(kind, ALL)) {
                if (l.equals(ALL) || k.equals(ALL)) {
                    var tally = tallies.computeIfAbsent(l, x -> new TreeMap<>()).computeIfAbsent(k, x -> new Tally());
                    tally.right += right;
                    tally.wrong += wrong;
                    tally.missed += missed;
                }
            }
        }
    }

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;
        private int scope;
        private int certainty;

        void detail(GoldClaim gold, Claim claim) {
            right++;
            scope += gold.scope().equals(claim.scope()) ? 1 : 0;
            certainty += gold.certainty().equals(claim.certainty()) ? 1 : 0;
        }
    }

    private static List<Row> rows(Map<String, Map<String, Tally>> tallies) {
        var rows = new ArrayList<Row>();
        tallies.forEach((language, kinds) -> kinds.forEach((kind, t) -> {
            double precision = share(t.right, t.right + t.wrong);
            double recall = share(t.right, t.right + t.missed);
            double f1 = t.right == 0 ? 0 : 2 * precision * recall / (precision + recall);
            rows.add(new Row(language, kind, t.right + t.missed, t.right, t.wrong, t.missed, precision, recall, f1));
        }));
        return rows;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** The report for people. */
    String table() {
        var out = new StringBuilder();
        if (!rows.isEmpty()) {
            out.append("kind       lang expected  right  wrong missed precision  recall      F1%n".formatted());
        }
        for (var r : rows) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-10s %-4s %8d %6d %6d %6d %9.3f %7.3f %7.3f%n",
                    r.kind,
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
            out.append(String.format(
                    Locale.ROOT,
                    "of the right claims: scope right %.3f, certainty right %.3f%n",
                    scopeRight,
                    certaintyRight));
        }
        return out.append(String.format(Locale.ROOT, "%d texts, %.0f texts/s on one thread%n", texts, textsPerSecond))
                .toString();
    }
}
