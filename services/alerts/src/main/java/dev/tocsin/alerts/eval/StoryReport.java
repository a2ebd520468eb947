package dev.tocsin.alerts.eval;

import dev.tocsin.alerts.eval.StoryEval.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well articles were gathered.
 *
 * @param all B-cubed over all articles (Bagga and Baldwin, 1998)
 * @param within the same, of each article only those of its language counted
 * @param across the same, of each article only those of other languages counted, of articles that have such
 * @param pairs labelled pairs of a translation or near copy and its original, and how many became one story, one origin
 */
record StoryReport(
        int texts,
        int stories,
        double textsPerSecond,
        BCubed all,
        BCubed within,
        BCubed across,
        Pairs pairs,
        List<Wrong> wrong) {
    private static final int MOST_WRONG = 500;

    record BCubed(double precision, double recall, double f1) {
        static BCubed of(double precision, double recall) {
            return new BCubed(precision, recall, precision == 0 ? 0 : 2 * precision * recall / (precision + recall));
        }
    }

    record Pairs(int labelled, int oneStory, int oneOrigin) {}

    /** Two articles that were wrongly put together, or wrongly not. */
    record Wrong(String kind, String one, String other) {}

    static StoryReport of(List<StoryRow> rows, List<Placed> placed, double perSecond) {
        var labelled = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).story() != null)
                .mapToObj(i -> new Item(rows.get(i), placed.get(i)))
                .toList();
        int stories = (int) placed.stream().map(Placed::story).distinct().count();
        return new StoryReport(
                rows.size(),
                stories,
                perSecond,
                bCubed(labelled, (a, b) -> true, false),
                bCubed(labelled, (a, b) -> a.language().equals(b.language()), false),
                bCubed(labelled, (a, b) -> !a.language().equals(b.language()), true),
                pairs(labelled),
                wrong(labelled));
    }

    private record Item(StoryRow row, Placed placed) {
        String language() {
            return row.language();
        }

        String gold() {
            return String.valueOf(row.story());
        }

        String found() {
            return placed.story();
        }
    }

    /** @param others whether an article counts as being with itself not: then those without company are left out */
    private static BCubed bCubed(List<Item> items, BiPredicate<Item, Item> counted, boolean others) {
        return BCubed.of(
                share(items, Item::found, Item::gold, counted, others),
                share(items, Item::gold, Item::found, counted, others));
    }

    /** Of each article's company in one grouping, the mean share that is together in the other too. */
    private static double share(
            List<Item> items,
            Function<Item, String> one,
            Function<Item, String> other,
            BiPredicate<Item, Item> counted,
            boolean others) {
        var groups = items.stream().collect(Collectors.groupingBy(one));
        return items.stream()
                .map(item -> {
                    var company = groups.get(one.apply(item)).stream()
                            .filter(o -> o == item ? !others : counted.test(item, o))
                            .toList();
                    long together = company.stream()
                            .filter(o -> other.apply(o).equals(other.apply(item)))
                            .count();
                    return company.isEmpty() ? Double.NaN : (double) together / company.size();
                })
                .filter(share -> !share.isNaN())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static Pairs pairs(List<Item> items) {
        var byId = new HashMap<String, Item>();
        items.forEach(item -> byId.put(item.row.id(), item));
        int labelled = 0;
        int oneStory = 0;
        int oneOrigin = 0;
        for (var item : items) {
            var original = byId.get(String.valueOf(item.row.pair()));
            if (original != null) {
                labelled++;
                oneStory += original.found().equals(item.found()) ? 1 : 0;
                oneOrigin += original.placed.origin().equals(item.placed.origin()) ? 1 : 0;
            }
        }
        return new Pairs(labelled, oneStory, oneOrigin);
    }

    private static List<Wrong> wrong(List<Item> items) {
        var wrong = new ArrayList<Wrong>();
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size() && wrong.size() < MOST_WRONG; j++) {
                var a = items.get(i);
                var b = items.get(j);
                boolean together = a.gold().equals(b.gold());
                if (together != a.found().equals(b.found())) {
                    wrong.add(new Wrong(together ? "missed" : "merged", a.row.id(), b.row.id()));
                }
            }
        }
        return wrong;
    }

    /** The report for people. */
    String table() {
        var out = new StringBuilder();
        if (all.f1() > 0) {
            out.append(String.format(Locale.ROOT, "%-24s %9s %7s %7s%n", "B-cubed", "precision", "recall", "F1"));
            line(out, "all", all);
            line(out, "within a language", within);
            line(out, "across languages", across);
            out.append(String.format(
                    Locale.ROOT,
                    "translations and copies: %d pairs, %d in one story, %d of one origin%n",
                    pairs.labelled(),
                    pairs.oneStory(),
                    pairs.oneOrigin()));
        }
        return out.append(String.format(
                        Locale.ROOT,
                        "%d texts in %d stories, %.0f texts/s on one thread%n",
                        texts,
                        stories,
                        textsPerSecond))
                .toString();
    }

    private static void line(StringBuilder out, String name, BCubed score) {
        out.append(String.format(
                Locale.ROOT, "%-24s %9.3f %7.3f %7.3f%n", name, score.precision(), score.recall(), score.f1()));
    }
}
