package dev.tocsin.classify.figures;

/** What a word or phrase means here. */
sealed interface Sense {

    /** Something happened to people, and where their number stands. */
    record Event(Kind kind, Role role) implements Sense {}

    /** A part of how a sentence counts, says or denies. */
    record Mark(Marks mark) implements Sense {}

    /** A numeral that adds its value, which may be a fraction ("half a million"). */
    record Numeral(double value, boolean article) implements Sense {}

    /**
     * A numeral that multiplies.
     *
     * @param bounded after "more than" it counts once, plural though it looks (более тысячи)
     * @param many it is a plural, which without a number says "at least" {@code alone}
     */
    record Scale(long value, boolean many, boolean bounded, long alone) implements Sense {}

    /** A month (1 to 12), a day of the week (1 to 7, Monday first) or a day from today (0, -1). */
    record Day(Unit unit, int value) implements Sense {}

    /** What a {@link Day} counts. */
    enum Unit {
        MONTH,
        WEEKDAY,
        FROM_TODAY
    }

    /** Where the number of an event stands. */
    enum Role {
        /** It is counted itself: 12 <i>dead</i>. */
        COUNTED,
        /** Its number is its subject, before it: 12 people <i>died</i>. */
        SUBJECT,
        /** Its number follows: <i>killing</i> 12. */
        OBJECT,
        /** It follows right away: the <i>death of</i> 12. */
        NEAR,
        /** Either: 12 were <i>killed</i>, <i>killed</i> 12. */
        BOTH,
        /** Either, but of people only: 12 fighters were <i>destroyed</i>. */
        PEOPLE,
        /** The name of the figure: the <i>death toll</i> rose to 12. */
        TOLL
    }
}
