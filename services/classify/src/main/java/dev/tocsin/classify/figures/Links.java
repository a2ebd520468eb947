package dev.tocsin.classify.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which event each number of a sentence counts: its own, or that of the number it is joined to ("and two", "including nine"). */
final class Links {
    private final Sentence sentence;
    private final List<Quantity> quantities;
    private final Reach reach;
    private final List<@Nullable Link> links = new ArrayList<>();

    /**
     * A number and what it counts.
     *
     * @param at first token of the event
     * @param role how the event takes its number here
     * @param parent the number whose event or part this is, -1 for none
     */
    record Link(Quantity quantity, Kind kind, Sense.Role role, int at, int parent) {}

    private Links(Sentence sentence, List<Quantity> quantities) {
        this.sentence = sentence;
        this.quantities = quantities;
        this.reach = new Reach(sentence, quantities);
    }

    /** One entry a quantity, null where it counts no event. */
    static List<@Nullable Link> of(Sentence sentence, List<Quantity> quantities) {
        return new Links(sentence, quantities).link();
    }

    private List<@Nullable Link> link() {
        for (int q = 0; q < quantities.size(); q++) {
            links.add(own(q));
        }
        for (int q = 1; q < quantities.size(); q++) {
            if (links.get(q) == null || part(q)) {
                inheritFromLeft(q);
            }
        }
        for (int q = quantities.size() - 2; q >= 0; q--) {
            if (links.get(q) == null) {
                inheritFromRight(q);
            }
        }
        return links;
    }

    private @Nullable Link own(int q) {
        var quantity = quantities.get(q);
        if (quantity.counted() == Quantity.Counted.THINGS) {
            return null;
        }
        Link best = null;
        double least = Double.MAX_VALUE;
        for (var event : reach.events()) {
            for (var role : reach.roles(event)) {
                double cost = reach.cost(q, event, role);
                if (cost < least && fits(event.sense().kind(), quantity, role)) {
                    least = cost;
                    best = new Link(quantity, event.sense().kind(), role, event.from(), -1);
                }
            }
        }
        return best;
    }

    /** Troops are deployed and people evacuated: whatever else is, is not counted here. */
    private boolean fits(Kind kind, Quantity quantity, Sense.Role role) {
        return switch (kind) {
            case DEPLOYED ->
                quantity.noun() >= 0
                        && (sentence.is(quantity.noun(), Marks.TROOPS) || sentence.is(quantity.noun(), Marks.SECURITY));
            case EVACUATED -> quantity.counted() != Quantity.Counted.OPEN || role != Sense.Role.OBJECT;
            default -> true;
        };
    }

    /** "of them", "including": a part of what the number before counts, unless it has an event of its own right there. */
    private boolean part(int q) {
        var link = links.get(q);
        return link != null && link.role() == Sense.Role.TOLL && includes(q);
    }

    private boolean includes(int q) {
        int before = quantities.get(q).from() - 1;
        for (int i = before; i >= Math.max(0, before - 2); i--) {
            if (sentence.is(i, Marks.INCLUDING)) {
                return true;
            }
            if (sentence.isSign(i)) {
                break;
            }
        }
        int end = quantities.get(q).end();
        return sentence.length(end, Marks.INCLUDING) > 0 || predicate(quantities.get(q));
    }

    /** Of the 14 victims, <i>six were children</i>. */
    private boolean predicate(Quantity quantity) {
        int end = quantity.end();
        return quantity.counted() == Quantity.Counted.NOTHING
                && sentence.length(end, Marks.AUXILIARY) > 0
                && CountedNoun.PEOPLE.stream().anyMatch(m -> sentence.is(sentence.after(end), m));
    }

    private void inheritFromLeft(int q) {
        var quantity = quantities.get(q);
        var before = links.get(q - 1);
        if (before == null || quantity.counted() == Quantity.Counted.THINGS) {
            return;
        }
        boolean included = includes(q);
        boolean joined = quantity.counted() == Quantity.Counted.PEOPLE
                && joint(quantity.from() - 1)
                && quantity.from() - before.quantity().end() <= 8
                && !reach.verbBetween(before.quantity().end(), quantity.from());
        if (included || joined) {
            links.set(q, new Link(quantity, before.kind(), before.role(), before.at(), included ? q - 1 : -1));
        }
    }

    private boolean joint(int at) {
        return sentence.is(at, Marks.AND) || sentence.sign(at, ",");
    }

    /** Three <i>of the</i> 12 dead; cinque minorenni <i>tra gli</i> 8 arrestati. */
    private boolean partOf(int from, int to) {
        boolean part = false;
        for (int i = from; i < to; i++) {
            part |= sentence.is(i, Marks.AMONG) || sentence.is(i, Marks.OF);
            if (sentence.isSign(i)) {
                return false;
            }
        }
        return part;
    }

    private void inheritFromRight(int q) {
        var quantity = quantities.get(q);
        var after = links.get(q + 1);
        if (after == null || quantity.counted() == Quantity.Counted.THINGS || after.role() == Sense.Role.TOLL) {
            return;
        }
        int gap = after.quantity().from() - quantity.end();
        if (gap <= 4 && partOf(quantity.end(), after.quantity().number())) {
            if (after.role() == Sense.Role.SUBJECT) {
                // three of the five hostages were killed: not five
                links.set(q, new Link(quantity.of(after.quantity()), after.kind(), after.role(), after.at(), -1));
                links.set(q + 1, null);
            } else {
                links.set(q, new Link(quantity, after.kind(), after.role(), after.at(), q + 1));
            }
            return;
        }
        boolean subject = after.at() >= after.quantity().end()
                && quantity.counted() == Quantity.Counted.PEOPLE
                && after.quantity().counted() == Quantity.Counted.PEOPLE;
        if (subject
                && gap <= 6
                && joint(after.quantity().from() - 1)
                && !reach.verbBetween(quantity.end(), after.quantity().from())) {
            links.set(q, new Link(quantity, after.kind(), after.role(), after.at(), -1));
        }
    }
}
