package dev.tocsin.notify;

import dev.tocsin.notify.routing.Match;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which alerts are meant, as answers tell it; an empty list is no condition. */
record Matched(
        Collection<String> topics,
        Collection<String> stories,
        @Nullable String severity,
        Collection<String> languages,
        Collection<String> countries,
        Collection<String> places) {
    static Matched of(Match match) {
        var severity = match.severity();
        return new Matched(
                new TreeSet<>(match.topics()),
                new TreeSet<>(match.stories()),
                severity == null ? null : severity.name(),
                new TreeSet<>(match.languages()),
                new TreeSet<>(match.countries()),
                new TreeSet<>(match.places()));
    }
}
