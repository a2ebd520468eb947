package dev.tocsin.classify.figures;

import java.util.BitSet;
import java.util.List;

/** What the words between a number and its event are. */
final class Between {
    private final Sentence sentence;
    private final BitSet numbers = new BitSet();

    Between(Sentence sentence, List<Quantity> quantities) {
        this.sentence = sentence;
        quantities.stream().filter(q -> q.counted() != Quantity.Counted.THINGS).forEach(q -> numbers.set(q.from()));
    }

    /** A number of its own, or another clause, begins here. */
    boolean stops(int at) {
        return numbers.get(at) || sentence.length(at, Marks.BARRIER) > 0 || sentence.sign(at, ";");
    }

    boolean isSign(int at, String but) {
        return sentence.isSign(at) && !but.contains(sentence.token(at).word());
    }

    boolean isLight(int at) {
        return any(at, Marks.AUXILIARY, Marks.FILLER, Marks.OF);
    }

    boolean any(int at, Marks... marks) {
        for (var mark : marks) {
            if (sentence.length(at, mark) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A word that is not known: perhaps an adjective, perhaps a verb. */
    boolean isOpen(int at) {
        return !isLight(at)
                && !isPeople(at)
                && !sentence.isSign(at)
                && !any(at, Marks.PREPOSITION, Marks.AND, Marks.RELATIVE, Marks.THING)
                && sentence.sense(at, Sense.Event.class) == null
                && sentence.sense(at, Sense.Day.class) == null;
    }

    boolean isPeople(int at) {
        return CountedNoun.PEOPLE.stream().anyMatch(m -> sentence.is(at, m));
    }

    boolean isEvent(int at) {
        return sentence.sense(at, Sense.Event.class) != null;
    }
}
