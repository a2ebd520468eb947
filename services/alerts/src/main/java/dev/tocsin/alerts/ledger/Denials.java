package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.LedgerLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who denies which figure, and whether that takes it back.
 *
 * @param all tellings that deny, in the order of time
 */
record Denials(List<Telling> all) {
    static final String TAKEN_BACK = "taken-back";
    static final String REFUTED = "denied";
    private static final String UNSPECIFIED = "unspecified";

    /** The first denial by the figure's own side, which takes it back. */
    Optional<Telling> takingBack(Group group) {
        return of(group.first()).stream().filter(d -> isOwnSide(d, group)).findFirst();
    }

    /** The first denial by anybody. */
    Optional<Telling> against(Group group) {
        return of(group.first()).stream().findFirst();
    }

    /** Whether an article denies the number, so that its telling it is no repetition. */
    boolean isDeniedIn(String article, Group group) {
        return of(group.first()).stream().anyMatch(d -> d.article().equals(article));
    }

    private List<Telling> of(Telling figure) {
        return all.stream()
                .filter(d -> d.figure().kind().equals(figure.figure().kind()))
                .filter(d -> isCompatible(d.figure().scope(), figure.figure().scope()))
                .filter(d -> d.figure().amount().isOf(figure.figure().amount()))
                .toList();
    }

    static LedgerLine.Ended ended(String reason, Telling denial) {
        var by = denial.figure().deniedBy();
        return new LedgerLine.Ended(reason, by == null ? null : by.name(), denial.at(), denial.article());
    }

    /** A denial that names no group is of all of them. */
    private static boolean isCompatible(String one, String other) {
        return one.equals(other) || one.equals(UNSPECIFIED) || other.equals(UNSPECIFIED);
    }

    /** Who said it, or an office where an office said it: no authority takes back what others count. */
    private static boolean isOwnSide(Telling denial, Group group) {
        var denier = denial.figure().deniedBy();
        var speaker = group.first().speaker();
        if (denier == null || speaker == null) {
            return false;
        }
        return denier.key().equals(speaker.key())
                || isOffice(denier) && isOffice(speaker) && sameState(denier, speaker);
    }

    private static boolean isOffice(Speaker speaker) {
        return speaker.key().startsWith(Speaker.OFFICE);
    }

    private static boolean sameState(Speaker one, Speaker other) {
        var ofOne = state(one);
        var ofOther = state(other);
        return ofOne == null || ofOther == null || ofOne.equals(ofOther);
    }

    private static @Nullable String state(Speaker speaker) {
        int at = speaker.key().indexOf(Speaker.OF);
        return at < 0 ? null : speaker.key().substring(at);
    }
}
