package dev.tocsin.classify.figures;

import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a sentence.
 *
 * @param from first token, "more than" included
 * @param number first token of the number itself
 * @param end one past its last token
 * @param low the least it can be; null for "up to"
 * @param high the most it can be; null for "at least"
 * @param article it is but an article: <i>un</i> morto
 * @param counted what it counts
 * @param noun the token that names what it counts; -1 where none does
 */
record Quantity(
        int from,
        int number,
        int end,
        @Nullable Long low,
        @Nullable Long high,
        boolean article,
        Counted counted,
        int noun) {

    /** What a number counts. */
    enum Counted {
        PEOPLE,
        THINGS,
        /** A word that is not known. */
        OPEN,
        /** The happening itself: 12 dead. */
        EVENT,
        /** Nothing: "103 of them", "rose to 12." */
        NOTHING
    }

    /** Three <i>of the five hostages</i>. */
    Quantity of(Quantity whole) {
        return new Quantity(from, number, whole.end, low, high, article, whole.counted, whole.noun);
    }

    boolean one() {
        return Long.valueOf(1).equals(low) && Long.valueOf(1).equals(high);
    }
}
