package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.dashboard.words.Speech;
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
     * @param what the second half of its key {@code row.what}
     * @param language of both values, where they are words of a feed; null else
     */
    public record Row(String what, List<Part> before, List<Part> after, @Nullable String language) {}

    static RevisionDiff of(Alert before, Alert after, Speech speech) {
        var rows = new ArrayList<Row>();
        if (!before.headline().equals(after.headline())) {
            var one = words(before.headline());
            var other = words(after.headline());
            rows.add(new Row(
                    "headline",
                    parts(one, common(one, other, true)),
                    parts(other, common(one, other, false)),
                    after.language()));
        }
        value(
                rows,
                "severity",
                speech.name("severity.", before.severity().name()),
                speech.name("severity.", after.severity().name()));
        value(
                rows,
                "certainty",
                speech.name("certainty.", before.certainty().name()),
                speech.name("certainty.", after.certainty().name()));
        value(
                rows,
                "urgency",
                speech.name("urgency.", before.urgency().name()),
                speech.name("urgency.", after.urgency().name()));
        value(rows, "credibility", graded(before, speech), graded(after, speech));
        value(rows, "articles", before.articleCount(), after.articleCount());
        value(rows, "independent", before.independentOrigins(), after.independentOrigins());
        set(rows, "origins", names(before), names(after));
        set(rows, "languages", languages(before, speech), languages(after, speech));
        set(rows, "places", places(before, speech), places(after, speech));
        set(rows, "names", spellings(before), spellings(after));
        set(rows, "evidence", terms(before), terms(after));
        value(rows, "takenOn", nobody(before, speech), nobody(after, speech));
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

    private static String graded(Alert alert, Speech speech) {
        var grade = alert.credibility();
        return grade == null
                ? speech.say("notJudged")
                : grade + ", " + speech.name("credibility.", String.valueOf(grade));
    }

    private static String nobody(Alert alert, Speech speech) {
        return alert.acknowledgedBy() == null ? speech.say("nobody") : alert.acknowledgedBy();
    }

    private static List<String> names(Alert alert) {
        return alert.origins().stream().map(Alert.Origin::name).toList();
    }

    private static List<String> languages(Alert alert, Speech speech) {
        return alert.languages().stream().map(speech::language).toList();
    }

    private static List<String> places(Alert alert, Speech speech) {
        return alert.places().stream().map(p -> speech.place(p.id(), p.name())).toList();
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
