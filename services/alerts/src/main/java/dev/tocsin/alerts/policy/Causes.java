package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.story.Cause;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.contracts.Alert;
import java.util.HashSet;
import java.util.List;

/** What of an article an alert will show. */
final class Causes {
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_SPELLING = 100;

    private Causes() {}

    static Cause of(Sighting sighting) {
        var article = sighting.fetched();
        return new Cause(
                article.id(),
                article.source().id(),
                article.publishedAt(),
                article.fetchedAt(),
                sighting.article().classifiedAt(),
                Quotes.of(sighting),
                names(sighting));
    }

    /** Each actor once, in the spelling that it was recognised by. */
    private static List<Alert.Name> names(Sighting sighting) {
        var text = sighting.fetched().text();
        var seen = new HashSet<String>();
        return sighting.article().actors().stream()
                .filter(a -> a.end() <= text.length() && a.start() < a.end() && a.end() - a.start() <= LONGEST_SPELLING)
                .filter(a -> seen.add(a.id()))
                .limit(MOST_NAMES)
                .map(a -> new Alert.Name(a.id(), a.name(), text.substring(a.start(), a.end()), sighting.id()))
                .filter(n -> !n.spelling().isBlank())
                .toList();
    }
}
