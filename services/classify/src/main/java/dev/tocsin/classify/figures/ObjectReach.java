package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Reach.Happening;

/** How far a number stands from the event before it: <i>killing</i> a man and two boys; the <i>toll</i> rose to 12. */
final class ObjectReach {
    private static final double FARTHEST = 6;
    private static final int TOLL_WINDOW = 28;
    private static final int SAME_WINDOW = 4;

    private final Sentence sentence;
    private final Between between;

    ObjectReach(Sentence sentence, Between between) {
        this.sentence = sentence;
        this.between = between;
    }

    double object(Quantity quantity, Happening event) {
        double cost =
                switch (quantity.counted()) {
                    case PEOPLE -> -0.5;
                    case OPEN -> 0.8;
                    default -> 0.5;
                };
        boolean noun = between.any(event.from() - 1, Marks.ARTICLE) && !between.any(event.end(), Marks.AUXILIARY);
        if (event.sense().role() == Sense.Role.BOTH && noun) {
            // "the injured list has 4"; but "i feriti sono 200"
            return Reach.NEVER;
        }
        for (int i = event.end(); i < quantity.from(); i = sentence.after(i)) {
            if (between.stops(i)
                    || between.isSign(i, "\"")
                    || between.any(i, Marks.AGENT, Marks.RELATIVE)
                    || between.isEvent(i)) {
                return Reach.NEVER;
            }
            cost += between.isLight(i) ? 0.2 : heavy(i, event, quantity);
        }
        return cost > FARTHEST || quantity.one() && cost > 2 ? Reach.NEVER : cost;
    }

    private double heavy(int at, Happening event, Quantity quantity) {
        if (event.sense().role() == Sense.Role.NEAR) {
            return Reach.NEVER;
        }
        if (between.any(at, Marks.AND)) {
            // "killing a man and two boys", not "was killed and two boys"
            boolean joined =
                    quantity.counted() == Quantity.Counted.PEOPLE && !sentence.is(event.from() - 1, Marks.AUXILIARY);
            return joined ? 1 : Reach.NEVER;
        }
        if (between.any(at, Marks.PREPOSITION, Marks.THING)) {
            return 3;
        }
        boolean name =
                sentence.token(at).capital() && sentence.lexicon().spelling().glue() != Spelling.Glue.UNIT_FIRST;
        return name || sentence.is(at, Marks.AUTHORITY) ? 0.5 : 1.5;
    }

    double toll(Quantity quantity, Happening event) {
        int window = event.sense().kind() == Kind.SAME ? SAME_WINDOW : TOLL_WINDOW;
        if (quantity.from() - event.end() > window) {
            return Reach.NEVER;
        }
        int before = quantity.from() - 1;
        boolean reached =
                quantity.from() == event.end() || sentence.is(before, Marks.REACHED) || sentence.sign(before, ":");
        for (int i = quantity.from(); i < quantity.end(); i++) {
            reached |= sentence.is(i, Marks.REACHED);
        }
        for (int i = event.end(); i < quantity.from(); i = sentence.after(i)) {
            if (between.any(i, Marks.BARRIER) || sentence.sign(i, ";")) {
                return Reach.NEVER;
            }
            reached |= between.any(i, Marks.REACHED) && quantity.from() - i <= 4;
        }
        if (!reached && quantity.counted() == Quantity.Counted.OPEN) {
            return Reach.NEVER;
        }
        return (reached ? 1 : 4) + 0.1 * (quantity.from() - event.end());
    }
}
