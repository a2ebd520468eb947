package dev.tocsin.notify.message;

import dev.tocsin.contracts.Alert;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the plain words that all forms use, each bounded and on one line.
 *
 * @param mark what stands first: the severity, with the status where it is not real
 * @param word new, update or cancelled
 * @param url of its page on the dashboard; null where nobody said where that is
 */
record Story(
        String id,
        String mark,
        String word,
        String topic,
        String headline,
        String language,
        String facts,
        List<String> changes,
        @Nullable String url,
        Alert alert) {
    private static final int HEADLINE = 250;
    private static final int CHANGE = 300;
    private static final int MOST_CHANGES = 12;

    /** @param dashboard its address; null where it is not configured */
    static Story of(Alert alert, @Nullable URI dashboard) {
        var headline = Escape.line(alert.headline(), HEADLINE);
        var severity = alert.severity() == Alert.Severity.Unknown
                ? "Unrated"
                : alert.severity().name();
        return new Story(
                alert.story(),
                alert.status() == Alert.Status.Actual
                        ? severity
                        : alert.status().name() + ", " + severity,
                switch (alert.msgType()) {
                    case Alert -> "new";
                    case Update -> "update";
                    case Cancel -> "cancelled";
                },
                Escape.line(alert.topic(), 100),
                headline.isEmpty() ? "(no headline)" : headline,
                Escape.line(alert.language(), 20),
                facts(alert),
                changes(alert),
                dashboard == null ? null : page(dashboard, alert.story()),
                alert);
    }

    /** The first change, for a line that has room for one. */
    String first() {
        return changes.isEmpty() ? "" : changes.getFirst();
    }

    private static String page(URI dashboard, String story) {
        var base = dashboard.toString().replaceAll("/+$", "");
        return base + "/stories/"
                + URLEncoder.encode(story, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String facts(Alert alert) {
        var facts = new ArrayList<String>();
        facts.add(count(alert.articleCount(), "article"));
        facts.add(count(alert.independentOrigins(), "independent origin"));
        if (!alert.languages().isEmpty()) {
            facts.add(Escape.line(String.join(", ", alert.languages()), 100));
        }
        if (alert.credibility() != null) {
            facts.add("credibility " + alert.credibility());
        }
        return String.join(" · ", facts);
    }

    private static String count(int count, String of) {
        return count + " " + of + (count == 1 ? "" : "s");
    }

    private static List<String> changes(Alert alert) {
        var lines = alert.changes().stream()
                .map(change -> Escape.line(change.text(), CHANGE))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.size() <= MOST_CHANGES) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(lines.size() - MOST_CHANGES, lines.size()));
        shown.addFirst("… and " + (lines.size() - MOST_CHANGES) + " changes before");
        return shown;
    }
}
