package dev.tocsin.archive.letters;

import dev.tocsin.archive.letters.Letter.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done with a letter.
 *
 * @param by who
 * @param why null where it is played again without a word
 */
public record Decision(Wish wish, String by, @Nullable String why) {
    /** One that was being put back for longer broke off with its process, and is put back again: readers know it twice. */
    static final Duration LONGEST_REPLAY = Duration.ofMinutes(1);

    /** What can be done with a letter. */
    public enum Wish {
        REPLAY,
        DISCARD
    }

    /** What follows for one letter. */
    public sealed interface Outcome {
        /** It is to become this, and then done; the letter that it was made of is what must still be stored. */
        record Go(Letter next) implements Outcome {}

        /** It was done before. */
        record Done(Letter letter) implements Outcome {}

        /** It cannot be done. */
        record Refused(Letter letter, String reason) implements Outcome {}
    }

    /** What follows for a letter as it is stored now. */
    public Outcome on(Letter letter, Instant now) {
        return switch (letter.state()) {
            case REPLAYED ->
                wish == Wish.REPLAY
                        ? new Outcome.Done(letter)
                        : new Outcome.Refused(letter, "it was put back on its channel already");
            case DISCARDED ->
                wish == Wish.DISCARD
                        ? new Outcome.Done(letter)
                        : new Outcome.Refused(letter, "it was discarded by " + letter.by());
            case REPLAYING ->
                brokeOff(letter, now)
                        ? begin(letter, now)
                        : new Outcome.Refused(letter, "it is being put back now: look again in a moment");
            case WAITING -> begin(letter, now);
        };
    }

    private Outcome begin(Letter letter, Instant now) {
        var obstacle = letter.obstacle();
        if (wish == Wish.REPLAY && obstacle != null) {
            return new Outcome.Refused(letter, obstacle);
        }
        return new Outcome.Go(letter.with(wish == Wish.REPLAY ? State.REPLAYING : State.DISCARDED, by, why, now));
    }

    private static boolean brokeOff(Letter letter, Instant now) {
        var since = letter.decidedAt();
        return since == null || since.plus(LONGEST_REPLAY).isBefore(now);
    }
}
