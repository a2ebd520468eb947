package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The evidence of an article, each piece in a few words of its context. */
final class Quotes {
    private static final int MOST = 10;
    private static final int LONGEST = 120;

    private Quotes() {}

    /** At most ten pieces, one for each signal first, so that no signal hides the others. */
    static List<Alert.Why> of(Sighting sighting) {
        var found = sighting.hit().evidence().stream()
                .filter(e -> isWithin(e, sighting))
                .toList();
        Set<Evidence> chosen = new HashSet<>();
        Set<String> signals = new HashSet<>();
        for (var evidence : found) {
            if (chosen.size() < MOST && signals.add(evidence.signal())) {
                chosen.add(evidence);
            }
        }
        for (var evidence : found) {
            if (chosen.size() < MOST) {
                chosen.add(evidence);
            }
        }
        return found.stream().filter(chosen::remove).map(e -> why(e, sighting)).toList();
    }

    private static Alert.Why why(Evidence evidence, Sighting sighting) {
        return new Alert.Why(
                sighting.id(),
                sighting.language(),
                sighting.hit().version(),
                evidence.signal(),
                evidence.term(),
                evidence.field(),
                evidence.start(),
                evidence.end(),
                quote(text(evidence, sighting), evidence.start(), evidence.end()));
    }

    private static boolean isWithin(Evidence evidence, Sighting sighting) {
        return evidence.end() <= text(evidence, sighting).length();
    }

    private static String text(Evidence evidence, Sighting sighting) {
        var article = sighting.fetched();
        if (evidence.field() == Field.TEXT) {
            return article.text();
        }
        return article.title() == null ? "" : article.title();
    }

    /** The words with what stands around them, cut between words, on one line. */
    static String quote(String text, int start, int end) {
        int room = Math.max(0, LONGEST - 2 - (end - start));
        int from = Math.max(0, start - room / 2);
        int to = Math.min(text.length(), Math.min(end, start + LONGEST - 2) + room / 2);
        while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        var words = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "…" : "") + words + (to < text.length() ? "…" : "");
    }
}
