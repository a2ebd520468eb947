package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is other in one revision of an alert than in another: a row for each thing that differs. */
public record RevisionDiff(List<Row> rows) {
    /** Headlines of more words are compared as a whole; comparing them word by word takes their product. */
    private static final int MOST_WORDS = 120;

    /** A stretch of a value. */
    public record Part(String text, boolean changed) {}

    /**
     * A thing that differs.
     *
     * @param language of both values, where they are words of a feed; null else
     */
    public record Row(String what, List<Part> before, List<Part> after, @Nullable String language) {}

    static RevisionDiff of(Alert before, Alert after) {
        var rows = new ArrayList<Row>();
        if (!before.headline().equals(after.headline())) {
            var one = words(before.headline());
            var other = words(after.headline());
            rows.add(new Row(
                    "Headline",
                    parts(one, common(one, other, true)),
                    parts(other, common(one, other, false)),
                    after.language()));
        }
        value(rows, "Severity", before.severity(), after.severity());
        value(rows, "Certainty", before.certainty(), after.certainty());
        value(rows, "Urgency", before.urgency(), after.urgency());
        value(rows, "Credibility", graded(before), graded(after));
        value(rows, "Articles", before.articleCount(), after.articleCount());
        value(rows, "Independent origins", before.independentOrigins(), after.independentOrigins());
        set(rows, "Origins", names(before), names(after));
        set(rows, "Languages", languages(before), languages(after));
        set(rows, "Places", places(before), places(after));
        set(rows, "Names", spellings(before), spellings(after));
        set(rows, "Evidence", terms(before), terms(after));
        value(rows, "Taken on by", nobody(before), nobody(after));
        return new RevisionDiff(List.copyOf(rows));
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private static void value(List<Row> rows, String what, Object before, Object after) {
        if (!before.equals(after)) {
            rows.add(new Row(
                    what,
                    List.of(new Part(String.valueOf(before), true)),
                    List.of(new Part(String.valueOf(after), true)),
                    null));
        }
    }

    private static void set(List<Row> rows, String what, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            rows.add(new Row(what, marked(before, after), marked(after, before), null));
        }
    }

    private static List<Part> marked(List<String> values, List<String> others) {
        return IntStream.range(0, values.size())
                .mapToObj(i ->
                        new Part(values.get(i) + (i < values.size() - 1 ? ", " : ""), !others.contains(values.get(i))))
                .toList();
    }

    private static String graded(Alert alert) {
        var grade = alert.credibility();
        return grade == null ? "not judged" : grade + ", " + Admiralty.credibility(grade);
    }

    private static String nobody(Alert alert) {
        return alert.acknowledgedBy() == null ? "nobody" : alert.acknowledgedBy();
    }

    private static List<String> names(Alert alert) {
        return alert.origins().stream().map(Alert.Origin::name).toList();
    }

    private static List<String> languages(Alert alert) {
        return alert.languages().stream().map(Spell::language).toList();
    }

    private static List<String> places(Alert alert) {
        return alert.places().stream().map(Alert.Where::name).toList();
    }

    private static List<String> spellings(Alert alert) {
        return alert.names().stream().map(Alert.Name::name).distinct().toList();
    }

    private static List<String> terms(Alert alert) {
        return alert.why().stream()
                .map(w -> w.signal() + " · " + w.term())
                .distinct()
                .toList();
    }

    private static List<String> words(String headline) {
        var words = Arrays.asList(headline.split("(?<= )"));
        return words.size() > MOST_WORDS ? List.of(headline) : words;
    }

    private static List<Part> parts(List<String> words, boolean[] common) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> new Part(words.get(i), !common[i]))
                .toList();
    }

    /** Which words of the one, or of the other, stand in their longest common sequence. */
    private static boolean[] common(List<String> one, List<String> other, boolean ofOne) {
        var a = one.stream().map(String::strip).toList();
        var b = other.stream().map(String::strip).toList();
        var longest =
                Stream.generate(() -> new int[b.size() + 1]).limit(a.size() + 1).toArray(int[][]::new);
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var common = new boolean[ofOne ? a.size() : b.size()];
        for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
            if (a.get(i).equals(b.get(j))) {
                common[ofOne ? i : j] = true;
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
