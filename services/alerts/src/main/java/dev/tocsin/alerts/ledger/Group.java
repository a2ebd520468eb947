package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure of one voice, with everybody who tells it.
 *
 * @param tellings at least one, in the order of time
 */
record Group(List<Telling> tellings) {
    private static final int MOST_REPEATS = 20;

    Telling first() {
        return tellings.getFirst();
    }

    Amount amount() {
        return first().figure().amount();
    }

    boolean isPart() {
        return tellings.stream().allMatch(t -> t.figure().part());
    }

    boolean isRumour() {
        return tellings.stream().allMatch(t -> t.figure().certainty().equals(Figure.RUMOUR));
    }

    boolean isOfficial() {
        return tellings.stream().anyMatch(t -> t.figure().certainty().equals(Figure.OFFICIAL));
    }

    /** Nobody tells it but as what was said before. */
    boolean isPast() {
        return tellings.stream().allMatch(t -> t.figure().earlier());
    }

    /** When it was true: told first, or at the end of the day that a text names, whichever is earlier. */
    Instant since() {
        return tellings.stream()
                .flatMap(t -> Stream.of(t.at(), dayOf(t)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant dayOf(Telling telling) {
        var day = telling.figure().asOf();
        return day == null
                ? telling.at()
                : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    }

    /** Whether an article tells both at once, so that they cannot be one figure in two versions. */
    boolean isToldWith(Group other) {
        return tellings.stream().anyMatch(t -> other.tellings.stream().anyMatch(o -> areTogether(t, o)));
    }

    private static boolean areTogether(Telling one, Telling other) {
        return one.article().equals(other.article())
                && !one.figure().earlier()
                && !other.figure().earlier()
                && (one.dropped() == null || other.at().isBefore(one.dropped().at()))
                && (other.dropped() == null || one.at().isBefore(other.dropped().at()));
    }

    /** What is still told: an edit that dropped a figure says nothing, unless nobody tells it any more. */
    Group standing() {
        var left = tellings.stream().filter(t -> t.dropped() == null).toList();
        return left.isEmpty() || left.size() == tellings.size() ? this : new Group(left);
    }

    LedgerLine.Entry entry(String state, LedgerLine.@Nullable Ended ended) {
        var first = first();
        Map<String, LedgerLine.Repeat> repeats = new LinkedHashMap<>();
        for (var telling : tellings) {
            if (!telling.origin().equals(first.origin()) && repeats.size() < MOST_REPEATS) {
                repeats.putIfAbsent(
                        telling.origin(), new LedgerLine.Repeat(telling.origin(), telling.at(), telling.article()));
            }
        }
        var speaker = first.speaker();
        return new LedgerLine.Entry(
                amount().low(),
                amount().high(),
                speaker == null ? null : speaker.name(),
                first.source(),
                state,
                first.at(),
                first.figure().quote(),
                first.article(),
                speaker == null ? null : speaker.key(),
                asOf(),
                isPart(),
                ended,
                List.copyOf(repeats.values()));
    }

    private @Nullable LocalDate asOf() {
        return tellings.stream()
                .map(t -> t.figure().asOf())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
