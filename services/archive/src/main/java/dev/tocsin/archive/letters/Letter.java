package dev.tocsin.archive.letters;

import dev.tocsin.contracts.DeadLetter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter and what became of it.
 *
 * @param id the same for each delivery of one letter
 * @param letter what its service wrote
 * @param kind the reason without its figures and quotations
 * @param obstacle why its message cannot be put back; null where it can
 * @param by who decided, or is doing it now
 * @param why as far as it was said
 * @param decidedAt when
 */
public record Letter(
        String id,
        DeadLetter letter,
        String kind,
        @Nullable String obstacle,
        State state,
        @Nullable String by,
        @Nullable String why,
        @Nullable Instant decidedAt) {
    /** What became of it. */
    public enum State {
        WAITING,
        /** Being put back by some replica, since {@code decidedAt}. */
        REPLAYING,
        REPLAYED,
        DISCARDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that came in. */
    public static Letter arrived(String id, DeadLetter letter, @Nullable String obstacle) {
        return new Letter(id, letter, Kind.of(letter.reason()), obstacle, State.WAITING, null, null, null);
    }

    /** The same letter in another state. */
    public Letter with(State next, @Nullable String decider, @Nullable String reason, @Nullable Instant at) {
        return new Letter(id, letter, kind, obstacle, next, decider, reason, at);
    }
}
