package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Numerals.Number;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a sentence that may count people, with what stands before and after them: more than, up to, 10 to 15. */
final class Quantities {
    private static final int TOLL_BEFORE = 16;

    private final Sentence sentence;
    private final Numerals numerals;
    private final NoFigure noFigure;
    private final CountedNoun nouns;
    private final List<Quantity> found = new ArrayList<>();

    private int from = -1;
    private @Nullable Marks bound;
    private boolean several;
    private boolean between;

    private Quantities(Sentence sentence) {
        this.sentence = sentence;
        this.numerals = new Numerals(sentence);
        this.noFigure = new NoFigure(sentence);
        this.nouns = new CountedNoun(sentence);
    }

    static List<Quantity> of(Sentence sentence) {
        return new Quantities(sentence).find();
    }

    private List<Quantity> find() {
        int at = 0;
        while (at < sentence.size()) {
            var number = numerals.at(at);
            if (number != null && number.article() && !countsOne(number.end())) {
                // "at least a score of people": no number, and nothing between
                at = number.end();
            } else if (number != null) {
                at = take(at, number);
                forget();
            } else {
                at = qualifier(at);
            }
        }
        return found;
    }

    private void forget() {
        from = -1;
        bound = null;
        several = false;
        between = false;
    }

    /** Remembers "more than" for the number that follows it right away; the next token to look at. */
    private int qualifier(int at) {
        int next = sentence.after(at);
        boolean known = true;
        if (sentence.length(at, Marks.AT_LEAST) > 0) {
            bound = Marks.AT_LEAST;
        } else if (sentence.length(at, Marks.AT_MOST) > 0) {
            bound = Marks.AT_MOST;
        } else if (sentence.length(at, Marks.BETWEEN) > 0) {
            between = true;
        } else if (sentence.length(at, Marks.SEVERAL) > 0) {
            several = true;
        } else {
            known = sentence.length(at, Marks.ABOUT) > 0;
        }
        if (known) {
            from = from < 0 ? at : from;
        } else if (from < 0 || sentence.length(at, Marks.FILLER) == 0) {
            forget();
        }
        return next;
    }

    private int take(int at, Number number) {
        int end = noFigure.suffixed(number);
        if (end < 0) {
            return Math.max(number.end(), at + 1);
        }
        Long low = Math.round(number.low());
        Long high = low;
        if (number.atLeast()) {
            high = null;
        } else if (several && number.scale() > 1) {
            low = 2 * low;
            high = null;
        }
        var second = range(end);
        boolean whole = number.whole();
        if (second != null) {
            boolean shared = number.scale() == 1 && second.scale() > 1 && number.low() < second.low() / second.scale();
            double first = shared ? number.low() * second.scale() : number.low();
            if (number.digits() && second.digits() && first >= second.low()) {
                // 3-1 is a score
                return second.end();
            }
            if (first < second.low()) {
                end = second.end();
                low = Math.round(first);
                high = second.atLeast() ? null : Long.valueOf(Math.round(second.low()));
                whole = second.whole() && first >= 1;
            }
        } else if (bound == Marks.AT_LEAST) {
            high = null;
        } else if (bound == Marks.AT_MOST) {
            low = null;
            high = high == null ? Long.valueOf(Math.round(number.low())) : high;
        }
        int more = sentence.length(end, Marks.OR_MORE);
        if (more > 0) {
            high = null;
            low = low == null ? high : low;
            end += more;
        }
        if (whole && (low != null || high != null)) {
            keep(at, end, number, low, high);
        }
        return end;
    }

    private boolean countsOne(int end) {
        return sentence.is(end, Marks.ANYONE)
                || end < sentence.size() && sentence.events(end).stream().anyMatch(e -> e.role() == Sense.Role.COUNTED);
    }

    private void keep(int at, int end, Number number, @Nullable Long low, @Nullable Long high) {
        int noun = nouns.after(end);
        var counted = nouns.counted(end, noun);
        if (!noFigure.rejects(at, end, number, counted)) {
            found.add(new Quantity(from < 0 ? at : from, at, end, low, high, number.article(), counted, noun));
        }
    }

    /** A toll that rose from 12 to 15 is no range. */
    private boolean rose() {
        for (int i = Math.max(0, from - TOLL_BEFORE); i < from; i++) {
            for (var event : sentence.events(i)) {
                if (event.role() == Sense.Role.TOLL) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The upper end of a range whose lower end stands before a token. */
    private @Nullable Number range(int at) {
        boolean dash = (sentence.sign(at, "-") || sentence.sign(at, "\u2013"))
                && at + 1 < sentence.size()
                && (sentence.touchesNext(at) || !sentence.touchesNext(at - 1));
        boolean to = sentence.length(at, Marks.TO) > 0 && !(between && rose())
                || between && sentence.length(at, Marks.AND) > 0;
        if (!dash && !to) {
            return null;
        }
        int next = sentence.after(at);
        while (next < sentence.size() && sentence.length(next, Marks.FILLER) > 0) {
            next = sentence.after(next);
        }
        var second = next < sentence.size() ? numerals.at(next) : null;
        return second == null || noFigure.suffixed(second) < 0 ? null : second;
    }
}
