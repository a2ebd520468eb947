package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Reach.Happening;
import dev.tocsin.classify.figures.Sense.Role;
import java.util.List;

/** How far an event stands from the number before it: 12 people, said to be farmers, <i>died</i>. */
final class SubjectReach {
    private static final double FARTHEST = 8;
    /** A passive has no other subject to find. */
    private static final double FARTHEST_PASSIVE = 11;

    private static final double WORD = 0.7;
    private static final double LIGHT = 0.1;
    private static final int INSERTION = 9;

    private final Sentence sentence;
    private final List<Quantity> quantities;
    private final Between between;

    SubjectReach(Sentence sentence, List<Quantity> quantities, Between between) {
        this.sentence = sentence;
        this.quantities = quantities;
        this.between = between;
    }

    double cost(Quantity quantity, Happening event) {
        if (takesObject(event, quantity) || anotherDied(quantity, event)) {
            return Reach.NEVER;
        }
        double cost = LIGHT;
        int i = quantity.end();
        while (i < event.from()) {
            if (sentence.sign(i, ",") || sentence.sign(i, "\u2013") || sentence.sign(i, "(")) {
                int close = closed(i, event.from());
                // "fell to 90, hurting": what counts nothing is no subject of another clause
                if (close < 0 || close == i + 1 && quantity.counted() == Quantity.Counted.NOTHING) {
                    return Reach.NEVER;
                }
                cost += close == i + 1 ? 2 : 1.5;
                i = close;
                continue;
            }
            if (between.stops(i) || between.isSign(i, "\"-.")) {
                return Reach.NEVER;
            }
            cost += step(i, event);
            i = sentence.after(i);
        }
        return cost <= (sentence.is(event.from() - 1, Marks.AUXILIARY) ? FARTHEST_PASSIVE : FARTHEST)
                ? cost
                : Reach.NEVER;
    }

    private double step(int at, Happening event) {
        if (between.isEvent(at)) {
            return 3;
        }
        if (between.any(at, Marks.RELATIVE)) {
            return event.from() - at <= 3 ? 0.5 : 4;
        }
        if (between.any(at, Marks.AND)) {
            return 3;
        }
        return sentence.is(at, Marks.PERSON) || between.isLight(at) ? LIGHT : WORD;
    }

    /** 12 people attended the funeral of a man <i>killed</i> on Monday: somebody else is named right before. */
    private boolean anotherDied(Quantity quantity, Happening event) {
        int last = event.from() - 1;
        int first = quantity.noun() < 0 ? quantity.end() + 1 : sentence.after(quantity.noun());
        if (last <= first + 1 || !between.isPeople(last)) {
            return false;
        }
        int open = 0;
        for (int i = first; i < last; i = sentence.after(i)) {
            if (between.any(i, Marks.AND)) {
                return false;
            }
            open += between.isOpen(i) ? 1 : 0;
        }
        return open >= 2;
    }

    /** One past the insertion that begins with a comma, dash or bracket; -1 where the clause ends. */
    private int closed(int comma, int event) {
        var closing = sentence.sign(comma, "(") ? ")" : sentence.token(comma).word();
        for (int i = comma + 1; i < Math.min(event, comma + 1 + INSERTION); i++) {
            if (sentence.sign(i, closing)) {
                return i + 1;
            }
            if (between.isEvent(i)) {
                break;
            }
        }
        // "nine people, all killed": nothing but light words up to the event
        for (int i = comma + 1; i < event; i = sentence.after(i)) {
            if (!between.any(i, Marks.AUXILIARY, Marks.FILLER)) {
                return -1;
            }
        }
        return sentence.sign(comma, ",") ? comma + 1 : -1;
    }

    /** Two gunmen killed 12: who killed is not killed. */
    private boolean takesObject(Happening event, Quantity subject) {
        boolean transitive =
                sentence.events(event.from()).stream().anyMatch(e -> e.role() == Role.BOTH || e.role() == Role.OBJECT);
        if (!transitive || sentence.is(event.from() - 1, Marks.AUXILIARY)) {
            return false;
        }
        for (var quantity : quantities) {
            if (quantity.from() >= event.end() && quantity != subject) {
                boolean near = true;
                for (int i = event.end(); i < quantity.from(); i++) {
                    near &= sentence.is(i, Marks.FILLER);
                }
                return near
                        && quantity.counted() != Quantity.Counted.THINGS
                        && quantity.counted() != Quantity.Counted.EVENT;
            }
        }
        return false;
    }
}
