package dev.tocsin.classify.reactions;

import dev.tocsin.contracts.Reaction;
import java.util.ArrayList;
import java.util.List;

/** Gathers what was found, each actor's stance once: a person's word counts for the state, a stance for having talked. */
final class Gathering {
    private static final int MOST = 50;

    private record Told(Holder holder, Stance stance, Reaction reaction) {}

    private final List<Told> told = new ArrayList<>();

    void add(Holder holder, Stance stance, Reaction reaction) {
        boolean known = told.stream()
                .anyMatch(t -> t.holder().name().equals(holder.name())
                        && t.stance().name().equals(stance.name()));
        if (!known && told.size() < MOST) {
            told.add(new Told(holder, stance, reaction));
        }
    }

    List<Reaction> reactions() {
        return told.stream()
                .filter(t -> told.stream().noneMatch(o -> o != t && says(o, t)))
                .map(Told::reaction)
                .toList();
    }

    /** Whether one makes another superfluous. */
    private static boolean says(Told one, Told other) {
        boolean sameSide = one.holder().side().equals(other.holder().side());
        boolean same = one.holder().name().equals(other.holder().name());
        if (other.stance().isNeutral() && !one.stance().isNeutral() && sameSide) {
            return true;
        }
        if (other.stance().isWeak()
                && !one.stance().isNeutral()
                && !one.stance().isWeak()
                && sameSide) {
            return true;
        }
        return sameSide
                && !same
                && one.stance().name().equals(other.stance().name())
                && one.holder().person()
                && !other.holder().person();
    }
}
