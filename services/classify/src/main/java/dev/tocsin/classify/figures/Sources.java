package dev.tocsin.classify.figures;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who says something in a sentence: according to X; X said; said X; X: … */
final class Sources {
    private static final int LONGEST = 16;
    private static final int FARTHEST = 24;
    /** Words at a sentence's beginning that may take up the one before. */
    static final int BEGINNING = 4;

    private static final int LONGEST_ABBREVIATION = 3;

    private final Sentence sentence;
    private final List<Source> found = new ArrayList<>();

    /**
     * A source named in a sentence.
     *
     * @param from first token of its name
     * @param to one past the last
     * @param official it is a named authority
     * @param denies it is named as the one who denies
     */
    record Source(int from, int to, boolean official, boolean denies) {
        int distance(int token) {
            return token < from ? from - token : Math.max(0, token - to);
        }
    }

    private Sources(Sentence sentence) {
        this.sentence = sentence;
    }

    static List<Source> of(Sentence sentence) {
        return new Sources(sentence).find();
    }

    private List<Source> find() {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.length(i, Marks.ACCORDING) > 0) {
                keep(right(sentence.after(i), false));
            } else if (sentence.length(i, Marks.ACCORDING_AFTER) > 0) {
                keep(left(i - 1, false));
            } else if (sentence.length(i, Marks.SAYS) > 0 || (i < BEGINNING && sentence.length(i, Marks.THIS) > 0)) {
                int next = sentence.after(i);
                boolean by = next < sentence.size() && sentence.length(next, Marks.AGENT) > 0;
                var before = by ? right(sentence.after(next), false) : left(i - 1, false);
                var said = before == null ? right(next, false) : before;
                keep(said == null && sentence.sign(i - 1, ",") ? beforeInsertion(i - 1) : said);
            } else if (sentence.length(i, Marks.RETRACTED) > 0) {
                int next = sentence.after(i);
                boolean by = next < sentence.size() && sentence.length(next, Marks.AGENT) > 0;
                keep(by ? right(sentence.after(next), true) : null);
            } else if (sentence.length(i, Marks.DENIES) > 0) {
                keep(left(i - 1, true));
            } else if (sentence.sign(i, ":") || spacedDash(i)) {
                var before = left(i - 1, false);
                var after = right(i + 1, false);
                // "Police: 12 arrests"; "12 arrests: police"
                keep(before != null && before.from == 0 && speaks(before) ? before : null);
                keep(after != null && after.to >= sentence.size() - 1 && speaks(after) ? after : null);
            }
        }
        return found;
    }

    private boolean spacedDash(int at) {
        return (sentence.sign(at, "\u2013") || sentence.sign(at, "-"))
                && !sentence.touchesNext(at)
                && !sentence.touchesNext(at - 1);
    }

    private void keep(@Nullable Source source) {
        if (source != null) {
            found.add(source);
        }
    }

    private boolean speaks(Source source) {
        for (int i = source.from; i < source.to; i++) {
            if (sentence.is(i, Marks.AUTHORITY) || sentence.is(i, Marks.SOURCE)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Source left(int last, boolean denies) {
        int to = last + 1;
        while (to > 0 && (sentence.is(to - 1, Marks.AUXILIARY) || sentence.is(to - 1, Marks.FILLER) || day(to - 1))) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LONGEST && !ends(from - 1)) {
            from--;
        }
        return source(from, to, denies);
    }

    /** Oberdale's mayor, Ada Ford, said; a group, which watches the war, said. */
    private @Nullable Source beforeInsertion(int comma) {
        int from = comma;
        int commas = 0;
        int first = comma;
        boolean relative = false;
        while (from > 0 && comma - from < FARTHEST && (sentence.sign(from - 1, ",") || !clauseEnds(from - 1))) {
            from--;
            boolean sign = sentence.sign(from, ",");
            commas += sign ? 1 : 0;
            first = sign ? from : first;
            relative |= sentence.is(from, Marks.RELATIVE);
        }
        return commas == 1 ? source(from, relative ? first : comma, false) : null;
    }

    private boolean clauseEnds(int at) {
        return ends(at) && !sentence.is(at, Marks.RELATIVE) && !sentence.is(at, Marks.AUXILIARY);
    }

    private @Nullable Source right(int first, boolean denies) {
        int from = first;
        while (from < sentence.size()
                && (sentence.is(from, Marks.FILLER)
                        || day(from)
                        || (sentence.length(from, Marks.PREPOSITION) > 0 && day(from + 1)))
                && !sentence.is(from, Marks.AUTHORITY)) {
            from++;
        }
        int to = from;
        while (to < sentence.size() && to - from < LONGEST && !ends(to)) {
            to++;
        }
        return source(from, to, denies);
    }

    private boolean day(int at) {
        return sentence.sense(at, Sense.Day.class) != null;
    }

    private boolean ends(int at) {
        boolean initial = sentence.sign(at, ".")
                && sentence.touchesNext(at - 1)
                && sentence.token(at - 1).word().length() <= LONGEST_ABBREVIATION;
        boolean sign = sentence.isSign(at) && (!sentence.sign(at, "-") || spacedDash(at)) && !initial;
        boolean event = sentence.sense(at, Sense.Event.class) != null && !sentence.is(at, Marks.AUTHORITY);
        return sign
                || event
                || sentence.token(at).kind() == Token.Kind.DIGITS
                || sentence.is(at, Marks.BARRIER)
                || sentence.is(at, Marks.RELATIVE)
                || sentence.is(at, Marks.THIS)
                || sentence.is(at, Marks.SAYS)
                || sentence.is(at, Marks.DENIES)
                || sentence.is(at, Marks.AUXILIARY);
    }

    /** "Das teilte die Polizei mit": what is left of the verb. */
    private boolean isParticle(int at) {
        return sentence.length(at, Marks.PREPOSITION) == 1
                && !sentence.token(at).capital();
    }

    /** "In the ministry they said": the preposition is no part of the name, unless it is all there is. */
    private boolean isPreposition(int at, int to) {
        return sentence.length(at, Marks.PREPOSITION) > 0
                && sentence.after(at) < to
                && !sentence.token(at).capital()
                && !sentence.is(at, Marks.AUTHORITY);
    }

    private @Nullable Source source(int from, int to, boolean denies) {
        int first = from;
        while (first < to && (sentence.is(first, Marks.AND) || isPreposition(first, to))) {
            first++;
        }
        boolean official = false;
        boolean named = false;
        boolean rumoured = false;
        for (int i = first; i < to; i++) {
            official |= sentence.is(i, Marks.AUTHORITY);
            named |= sentence.is(i, Marks.SOURCE) || sentence.token(i).capital();
            rumoured |= sentence.is(i, Marks.RUMOUR);
        }
        int last = to;
        while (last > first && (sentence.isSign(last - 1) || isParticle(last - 1))) {
            last--;
        }
        boolean clause = to - from >= LONGEST;
        official |= first < last && first + sentence.length(first, Marks.STATE) == last;
        return (official || named) && !rumoured && !clause ? new Source(first, last, official, denies) : null;
    }
}
