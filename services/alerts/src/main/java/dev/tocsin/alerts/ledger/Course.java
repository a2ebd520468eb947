package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of a figure: it stands, its side took it back, others deny it, or its speaker gave a newer one.
 *
 * @param rivals the other figures of the same kind, scope and voice
 * @param line all figures of the kind and scope
 */
record Course(Group group, List<Group> rivals, List<Group> line, Denials denials) {
    static final String NEWER = "newer";

    /** One entry, and a second one where it is told again after it was taken back. */
    List<LedgerLine.Entry> entries() {
        var takenBack = denials.takingBack(group);
        if (takenBack.isPresent()) {
            var denial = takenBack.get();
            return parted(
                    Denials.ended(Denials.TAKEN_BACK, denial),
                    t -> !t.at().isAfter(denial.at()) || denials.isDeniedIn(t.article(), group));
        }
        var gone = gone();
        if (gone.isPresent()) {
            var end = gone.get();
            return parted(end, t -> !t.at().isAfter(end.at()));
        }
        var standing = group.standing();
        var denied = denials.against(group);
        if (denied.isPresent()) {
            return List.of(standing.entry("denied", Denials.ended(Denials.REFUTED, denied.get())));
        }
        var newer = newer();
        if (newer.isPresent() || group.isPast()) {
            return List.of(standing.entry("superseded", newer.map(Course::ended).orElse(null)));
        }
        return List.of(
                standing.entry(group.isOfficial() ? "official" : group.isRumour() ? "rumour" : "reported", null));
    }

    private List<LedgerLine.Entry> parted(LedgerLine.Ended end, Predicate<Telling> before) {
        var entries = new ArrayList<LedgerLine.Entry>();
        var told = group.tellings().stream().filter(before).toList();
        var again = group.tellings().stream().filter(before.negate()).toList();
        if (!told.isEmpty()) {
            entries.add(new Group(told).entry("retracted", end));
        }
        if (!again.isEmpty()) {
            entries.add(new Group(again).entry("repeated-after-retraction", end));
        }
        return entries;
    }

    /** The end of a figure that all who told it dropped, without giving another in its place, before anybody told it again. */
    private Optional<LedgerLine.Ended> gone() {
        LedgerLine.Ended last = null;
        for (var telling : group.tellings()) {
            if (last != null && telling.at().isAfter(last.at())) {
                break;
            }
            var dropped = telling.dropped();
            if (dropped == null || isReplaced(dropped)) {
                return Optional.empty();
            }
            last = last == null || dropped.at().isAfter(last.at()) ? dropped : last;
        }
        return Optional.ofNullable(last);
    }

    private boolean isReplaced(LedgerLine.Ended dropped) {
        return dropped.reason().equals(Telling.EDITED)
                && line.stream()
                        .filter(other -> other != group)
                        .flatMap(other -> other.tellings().stream())
                        .anyMatch(t -> t.article().equals(dropped.article()) && t.at().equals(dropped.at()));
    }

    /** The next figure of the same voice; of one only told as past, what its article gives instead. */
    private Optional<Group> newer() {
        Instant since = group.since();
        return rivals.stream()
                .filter(r -> !r.isPast() && r.isPart() == group.isPart() && (!r.isRumour() || group.isRumour()))
                .filter(r -> r.since().isAfter(since) && !r.isToldWith(group))
                .filter(r -> !r.amount().isVaguerThan(group.amount()))
                .min(Comparator.comparing(Group::since)
                        .thenComparing(r -> r.amount().key()))
                .or(() -> group.isPast() ? insteadOfPast() : Optional.empty());
    }

    private Optional<Group> insteadOfPast() {
        return line.stream()
                .filter(other -> !other.isPast())
                .filter(other -> other.tellings().stream()
                        .anyMatch(t -> t.article().equals(group.first().article())))
                .findFirst();
    }

    private static LedgerLine.Ended ended(Group newer) {
        var first = newer.first();
        return new LedgerLine.Ended(
                NEWER, first.speaker() == null ? null : first.speaker().name(), first.at(), first.article());
    }
}
