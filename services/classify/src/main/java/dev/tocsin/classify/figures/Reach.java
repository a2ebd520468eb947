package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Sense.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** How far a number stands from an event, as a cost by what stands between; what is out of reach costs {@link #NEVER}. */
final class Reach {
    static final double NEVER = Double.MAX_VALUE;

    private static final double WORD = 0.7;
    private static final double FARTHEST_SUBJECT = 8;
    private static final double FARTHEST_PASSIVE = 11;
    private static final double FARTHEST_OBJECT = 6;
    private static final double FARTHEST_COUNTED = 3.5;
    private static final int SAME_WINDOW = 4;
    private static final int TOLL_WINDOW = 28;
    private static final int FARTHEST = 40;
    private static final int INSERTION = 9;

    private final Sentence sentence;
    private final List<Quantity> quantities;
    private final List<Happening> events = new ArrayList<>();
    private final BitSet starts = new BitSet();

    /** An event's phrase in the sentence, from a token up to another. */
    record Happening(Sense.Event sense, int from, int end) {}

    Reach(Sentence sentence, List<Quantity> quantities) {
        this.sentence = sentence;
        this.quantities = quantities;
        quantities.stream().filter(q -> q.counted() != Quantity.Counted.THINGS).forEach(q -> starts.set(q.from()));
        for (int i = 0; i < sentence.size(); i++) {
            for (var event : sentence.events(i)) {
                events.add(new Happening(event, i, sentence.after(i)));
            }
        }
    }

    List<Happening> events() {
        return events;
    }

    List<Role> roles(Happening event) {
        return switch (event.sense.role()) {
            case BOTH, PEOPLE -> List.of(Role.SUBJECT, Role.OBJECT);
            default -> List.of(event.sense.role());
        };
    }

    boolean verbBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.sense(i, Sense.Event.class) != null && !sentence.is(i, Marks.PERSON)
                    || sentence.length(i, Marks.AUXILIARY) > 0
                    || sentence.length(i, Marks.BARRIER) > 0) {
                return true;
            }
        }
        return false;
    }

    double cost(int q, Happening event, Role role) {
        var quantity = quantities.get(q);
        boolean right = event.from >= quantity.end();
        if (Math.abs(event.from - quantity.end()) > FARTHEST) {
            return NEVER;
        }
        if (!right && event.end > quantity.from() || quantity.article() && !(right && event.from == quantity.end())) {
            return quantity.article() && right ? article(q, event, role) : NEVER;
        }
        if (event.sense.role() == Role.PEOPLE && quantity.counted() != Quantity.Counted.PEOPLE) {
            return NEVER;
        }
        return switch (role) {
            case COUNTED -> right ? within(counted(q, event), FARTHEST_COUNTED) : headed(quantity, event);
            case SUBJECT, BOTH, PEOPLE -> right ? within(subject(q, event), farthest(event)) : NEVER;
            case OBJECT -> right ? NEVER : within(object(q, event), FARTHEST_OBJECT);
            case TOLL -> right ? NEVER : toll(q, event);
        };
    }

    /** A passive has no other subject to find. */
    private double farthest(Happening event) {
        return sentence.is(event.from - 1, Marks.AUXILIARY) ? FARTHEST_PASSIVE : FARTHEST_SUBJECT;
    }

    private static double within(double cost, double most) {
        return cost <= most ? cost : NEVER;
    }

    /** <i>una</i> persona uccisa: an article counts only a word that says no more than that it is a person. */
    private double article(int q, Happening event, Role role) {
        int noun = quantities.get(q).noun();
        boolean anyone = noun == quantities.get(q).end() && sentence.is(noun, Marks.ANYONE);
        return anyone && role != Role.TOLL ? within(subject(q, event), 3) : NEVER;
    }

    /** Dead: 12; убитых 12 человек; погибших уже 12. */
    private double headed(Quantity quantity, Happening event) {
        if (event.end + 1 == quantity.from() && sentence.sign(event.end, ":")) {
            return 1;
        }
        int at = event.end;
        while (at < quantity.from() && sentence.length(at, Marks.FILLER) > 0) {
            at = sentence.after(at);
        }
        boolean people = quantity.counted() == Quantity.Counted.PEOPLE;
        boolean alone = quantity.counted() == Quantity.Counted.NOTHING && at > event.end;
        return at == quantity.from() && (people || alone) ? 1.5 : NEVER;
    }

    private double counted(int q, Happening event) {
        double cost = 0;
        for (int i = quantities.get(q).end(); i < event.from; i = sentence.after(i)) {
            if (quantityAt(i) || stops(i) || sentence.isSign(i) && !sentence.sign(i, "-") && !sentence.sign(i, "\"")) {
                return NEVER;
            }
            if (sentence.length(i, Marks.RELATIVE) + sentence.length(i, Marks.THING) > 0) {
                return NEVER;
            }
            cost += sentence.length(i, Marks.PREPOSITION) + sentence.length(i, Marks.AND) > 0 ? 3 : WORD;
        }
        return cost;
    }

    private double subject(int q, Happening event) {
        var quantity = quantities.get(q);
        if (takesObject(event, quantity)) {
            return NEVER;
        }
        double cost = 0.1;
        int i = quantity.end();
        while (i < event.from) {
            if (sentence.sign(i, ",") || sentence.sign(i, "\u2013") || sentence.sign(i, "(")) {
                int close = closed(i, event.from);
                if (close < 0) {
                    return NEVER;
                }
                cost += close == i + 1 ? 2 : 1.5;
                i = close;
                continue;
            }
            if (quantityAt(i)
                    || stops(i)
                    || sentence.isSign(i)
                            && !sentence.sign(i, "\"")
                            && !sentence.sign(i, "-")
                            && !sentence.sign(i, ".")) {
                return NEVER;
            }
            cost += step(i, event);
            i = sentence.after(i);
        }
        return cost;
    }

    private double step(int at, Happening event) {
        if (sentence.sense(at, Sense.Event.class) != null) {
            return 3;
        }
        if (sentence.length(at, Marks.RELATIVE) > 0) {
            return event.from - at <= 3 ? 0.5 : 4;
        }
        if (sentence.length(at, Marks.AND) > 0) {
            return 3;
        }
        boolean light = sentence.is(at, Marks.PERSON)
                || sentence.length(at, Marks.AUXILIARY)
                                + sentence.length(at, Marks.FILLER)
                                + sentence.length(at, Marks.OF)
                        > 0;
        return light ? 0.1 : WORD;
    }

    /** One past the insertion that begins with a comma, dash or bracket; -1 where the clause ends. */
    private int closed(int comma, int event) {
        var closing = sentence.sign(comma, "(") ? ")" : sentence.token(comma).word();
        for (int i = comma + 1; i < Math.min(event, comma + 1 + INSERTION); i++) {
            if (sentence.sign(i, closing)) {
                return i + 1;
            }
            if (sentence.sense(i, Sense.Event.class) != null) {
                break;
            }
        }
        // "nine people, all killed": nothing but light words up to the event
        for (int i = comma + 1; i < event; i = sentence.after(i)) {
            if (sentence.length(i, Marks.AUXILIARY) + sentence.length(i, Marks.FILLER) == 0) {
                return -1;
            }
        }
        return sentence.sign(comma, ",") ? comma + 1 : -1;
    }

    /** Two gunmen killed 12: who killed is not killed. */
    private boolean takesObject(Happening event, Quantity subject) {
        boolean transitive =
                sentence.events(event.from).stream().anyMatch(e -> e.role() == Role.BOTH || e.role() == Role.OBJECT);
        if (!transitive || sentence.is(event.from - 1, Marks.AUXILIARY)) {
            return false;
        }
        for (var quantity : quantities) {
            if (quantity.from() >= event.end && quantity != subject) {
                boolean near = true;
                for (int i = event.end; i < quantity.from(); i++) {
                    near &= sentence.is(i, Marks.FILLER);
                }
                return near
                        && quantity.counted() != Quantity.Counted.THINGS
                        && quantity.counted() != Quantity.Counted.EVENT;
            }
        }
        return false;
    }

    private double object(int q, Happening event) {
        var quantity = quantities.get(q);
        double cost =
                switch (quantity.counted()) {
                    case PEOPLE -> -0.5;
                    case OPEN -> 0.8;
                    default -> 0.5;
                };
        for (int i = event.end; i < quantity.from(); i = sentence.after(i)) {
            if (quantityAt(i)
                    || stops(i)
                    || sentence.isSign(i) && !sentence.sign(i, "\"")
                    || sentence.length(i, Marks.AGENT) > 0
                    || sentence.length(i, Marks.RELATIVE) > 0
                    || sentence.sense(i, Sense.Event.class) != null) {
                return NEVER;
            }
            boolean light = sentence.length(i, Marks.FILLER)
                            + sentence.length(i, Marks.OF)
                            + sentence.length(i, Marks.AUXILIARY)
                    > 0;
            cost += light ? 0.2 : heavy(i, event, quantity);
        }
        return quantity.one() && cost > 2 ? NEVER : cost;
    }

    private double heavy(int at, Happening event, Quantity quantity) {
        if (sentence.length(at, Marks.AND) > 0) {
            // "killing a man and two boys", not "was killed and two boys"
            boolean joined =
                    quantity.counted() == Quantity.Counted.PEOPLE && !sentence.is(event.from - 1, Marks.AUXILIARY);
            return joined ? 1 : NEVER;
        }
        if (sentence.length(at, Marks.PREPOSITION) > 0 || sentence.length(at, Marks.THING) > 0) {
            return 3;
        }
        boolean name =
                sentence.token(at).capital() && sentence.lexicon().spelling().glue() != Spelling.Glue.UNIT_FIRST;
        return name || sentence.is(at, Marks.AUTHORITY) ? 0.5 : 1.5;
    }

    private double toll(int q, Happening event) {
        var quantity = quantities.get(q);
        int window = event.sense.kind() == Kind.SAME ? SAME_WINDOW : TOLL_WINDOW;
        if (quantity.from() - event.end > window) {
            return NEVER;
        }
        boolean reached = quantity.from() == event.end
                || sentence.is(quantity.from() - 1, Marks.REACHED)
                || sentence.sign(quantity.from() - 1, ":");
        for (int i = quantity.from(); i < quantity.end(); i++) {
            reached |= sentence.is(i, Marks.REACHED);
        }
        for (int i = event.end; i < quantity.from(); i = sentence.after(i)) {
            if (sentence.length(i, Marks.BARRIER) > 0 || sentence.sign(i, ";")) {
                return NEVER;
            }
            reached |= sentence.length(i, Marks.REACHED) > 0 && quantity.from() - i <= 4;
        }
        if (!reached && quantity.counted() == Quantity.Counted.OPEN) {
            return NEVER;
        }
        return (reached ? 1 : 4) + 0.1 * (quantity.from() - event.end);
    }

    private boolean stops(int at) {
        return sentence.length(at, Marks.BARRIER) > 0 || sentence.sign(at, ";");
    }

    private boolean quantityAt(int at) {
        return starts.get(at);
    }
}
