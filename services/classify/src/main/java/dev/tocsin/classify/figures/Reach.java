package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Sense.Role;
import java.util.ArrayList;
import java.util.List;

/** How far a number stands from an event, as a cost by what stands between; what is out of reach costs {@link #NEVER}. */
final class Reach {
    static final double NEVER = Double.MAX_VALUE;

    private static final int FARTHEST = 40;
    private static final double FARTHEST_COUNTED = 3.5;
    private static final double FARTHEST_ARTICLE = 3;

    private final Sentence sentence;
    private final List<Quantity> quantities;
    private final Between between;
    private final SubjectReach subject;
    private final ObjectReach object;
    private final List<Happening> events = new ArrayList<>();

    /** An event's phrase in the sentence, from a token up to another. */
    record Happening(Sense.Event sense, int from, int end) {}

    Reach(Sentence sentence, List<Quantity> quantities) {
        this.sentence = sentence;
        this.quantities = quantities;
        this.between = new Between(sentence, quantities);
        this.subject = new SubjectReach(sentence, quantities, between);
        this.object = new ObjectReach(sentence, between);
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
            if (between.isEvent(i) && !sentence.is(i, Marks.PERSON) || between.any(i, Marks.AUXILIARY, Marks.BARRIER)) {
                return true;
            }
        }
        return false;
    }

    double cost(int q, Happening event, Role role) {
        var quantity = quantities.get(q);
        boolean right = event.from >= quantity.end();
        if (Math.abs(event.from - quantity.end()) > FARTHEST || !right && event.end > quantity.from()) {
            return NEVER;
        }
        if (quantity.article() && !(right && event.from == quantity.end())) {
            return right ? article(quantity, event, role) : NEVER;
        }
        if (event.sense.role() == Role.PEOPLE && quantity.counted() != Quantity.Counted.PEOPLE) {
            return NEVER;
        }
        return switch (role) {
            case COUNTED -> right ? counted(quantity, event) : headed(quantity, event);
            case SUBJECT, BOTH, PEOPLE -> right ? subject.cost(quantity, event) : NEVER;
            case OBJECT, NEAR -> right ? NEVER : object.object(quantity, event);
            case TOLL -> right ? NEVER : object.toll(quantity, event);
        };
    }

    /** <i>una</i> persona uccisa: an article counts only a word that says no more than that it is a person. */
    private double article(Quantity quantity, Happening event, Role role) {
        int noun = quantity.noun();
        boolean anyone = noun == quantity.end() && sentence.is(noun, Marks.ANYONE);
        double cost = anyone && role != Role.TOLL ? subject.cost(quantity, event) : NEVER;
        return cost <= FARTHEST_ARTICLE ? cost : NEVER;
    }

    /** 12 confirmed dead; not 12 people who saw the dead. */
    private double counted(Quantity quantity, Happening event) {
        double cost = 0;
        boolean people = false;
        for (int i = quantity.end(); i < event.from; i = sentence.after(i)) {
            if (between.stops(i)
                    || between.isSign(i, "\"-")
                    || between.any(i, Marks.RELATIVE, Marks.THING)
                    || people && between.any(i, Marks.ARTICLE)) {
                return NEVER;
            }
            boolean far = between.any(i, Marks.PREPOSITION, Marks.AND) || people && between.isOpen(i);
            cost += far ? 2.5 : 0.7;
            // "were discovered dead": what follows "were" is said of them
            people = !between.any(i, Marks.AUXILIARY) && (people || between.isPeople(i));
        }
        return cost <= FARTHEST_COUNTED ? cost : NEVER;
    }

    /** Dead: 12; убитых 12 человек; погибших уже 12. */
    private double headed(Quantity quantity, Happening event) {
        boolean sign = sentence.sign(event.end, ":") || sentence.sign(event.end, "\u2013");
        if (event.end + 1 == quantity.from() && sign && quantity.counted() != Quantity.Counted.OPEN) {
            return 1;
        }
        int at = event.end;
        while (at < quantity.from() && between.any(at, Marks.FILLER)) {
            at = sentence.after(at);
        }
        boolean people = quantity.counted() == Quantity.Counted.PEOPLE;
        boolean alone = quantity.counted() == Quantity.Counted.NOTHING && at > event.end;
        return at == quantity.from() && (people || alone) ? 1.5 : NEVER;
    }
}
