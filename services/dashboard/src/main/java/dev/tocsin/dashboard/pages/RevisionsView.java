package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.dashboard.words.Speech;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk was told, alert by alert, and what is other between two of them.
 *
 * @param revisions the latest first; of very many the latest, and the two that are compared
 * @param left how many are not shown
 * @param from the earlier of the two; equal to {@code to} while there is but one
 * @param between what the alerts after the earlier one, up to the later one, said is new
 */
public record RevisionsView(
        String story, List<Revision> revisions, int left, int from, int to, RevisionDiff diff, List<Change> between) {
    private static final int MOST = 100;

    /** One alert of the history. */
    public record Revision(int number, String msgType, String headline, Moment alerted, List<String> changes) {}

    /** What one alert said is new. */
    public record Change(int revision, String text) {}

    /**
     * The history with two of its alerts compared.
     *
     * @param from the number of one; null for the one before {@code to}
     * @param to the number of the other; null for the latest
     */
    public static RevisionsView of(AlertHistory history, @Nullable Integer from, @Nullable Integer to, Speech speech) {
        var all = history.revisions();
        var one = at(all, to == null ? Integer.MAX_VALUE : to);
        var other = at(all, from == null ? one.revision() - 1 : from);
        var later = one.revision() >= other.revision() ? one : other;
        var earlier = later == one ? other : one;
        return new RevisionsView(
                history.latest().story(),
                all.stream()
                        .limit(MOST)
                        .map(r -> new Revision(
                                r.revision(),
                                r.msgType().name(),
                                r.headline(),
                                Moment.of("alerted", Dossier.told(r)),
                                r.changes().stream()
                                        .map(c -> ChangeWords.of(c, speech))
                                        .toList()))
                        .toList(),
                Math.max(0, all.size() - MOST),
                earlier.revision(),
                later.revision(),
                RevisionDiff.of(earlier, later, speech),
                all.reversed().stream()
                        .filter(r -> r.revision() > earlier.revision() && r.revision() <= later.revision())
                        .flatMap(
                                r -> r.changes().stream().map(c -> new Change(r.revision(), ChangeWords.of(c, speech))))
                        .limit(MOST)
                        .toList());
    }

    public boolean isSingle() {
        return revisions.size() < 2;
    }

    /** The one with this number, else the next lower one, else the first. */
    private static Alert at(List<Alert> latestFirst, int number) {
        return latestFirst.stream()
                .filter(r -> r.revision() <= number)
                .findFirst()
                .orElse(latestFirst.getLast());
    }
}
