package dev.tocsin.classify.figures;

import java.util.EnumSet;
import java.util.Set;

/** What a number counts: the first word after it that is known, with adjectives passed over. */
final class CountedNoun {
    static final Set<Marks> PEOPLE =
            EnumSet.of(Marks.PERSON, Marks.SECURITY, Marks.TROOPS, Marks.CIVILIANS, Marks.PROTESTERS, Marks.CHILDREN);

    /** A noun does not stand farther from its number. */
    private static final int FARTHEST = 5;

    private final Sentence sentence;

    CountedNoun(Sentence sentence) {
        this.sentence = sentence;
    }

    /** The token that begins the noun after a number, or -1. */
    int after(int end) {
        // "18 e 15 anni": the noun of the second is that of the first
        int at = sentence.is(end, Marks.AND) && end + 1 < sentence.size() && number(end + 1) ? end + 2 : end;
        int last = Math.min(sentence.size(), end + FARTHEST);
        while (at < last) {
            boolean hyphen = sentence.sign(at, "-")
                    || sentence.sign(at, "\"")
                    || sentence.sign(at, ".") && sentence.touchesNext(at);
            if (sentence.isSign(at) && !hyphen || stops(at, end)) {
                return -1;
            }
            if (isPeople(at) || sentence.length(at, Marks.AGE) > 0) {
                return at;
            }
            if (sentence.length(at, Marks.THING) > 0 && !partOfName(at)) {
                // "12 bus passengers"
                int next = sentence.after(at);
                return next < sentence.size() && isPeople(next) ? next : at;
            }
            at = sentence.after(at);
        }
        return -1;
    }

    /** 55 Islamic State fighters: in a name no word means what it says; where nouns are not capitalised, a capital tells. */
    private boolean partOfName(int at) {
        return sentence.token(at).capital()
                && sentence.token(at - 1).capital()
                && sentence.token(at - 1).isWord()
                && sentence.lexicon().spelling().glue() != Spelling.Glue.UNIT_FIRST;
    }

    private boolean stops(int at, int end) {
        return sentence.sense(at, Sense.Event.class) != null
                || number(at)
                || sentence.length(at, Marks.BARRIER) > 0
                || sentence.length(at, Marks.INCLUDING) > 0
                || sentence.length(at, Marks.AUXILIARY) > 0
                || sentence.length(at, Marks.SAYS) > 0
                || sentence.length(at, Marks.AND) > 0
                || sentence.length(at, Marks.PREPOSITION) > 0
                || at > end && sentence.length(at, Marks.ARTICLE) > 0 && !sentence.is(at - 1, Marks.OF)
                || at == end && sentence.length(at, Marks.RELATIVE) > 0;
    }

    /** Digits, unless letters hang on them: i due 17enni. */
    private boolean number(int at) {
        boolean word = sentence.touchesNext(at) && sentence.token(at + 1).isWord();
        return sentence.token(at).kind() == Token.Kind.DIGITS && !word;
    }

    private boolean isPeople(int at) {
        for (var mark : PEOPLE) {
            if (sentence.length(at, mark) > 0) {
                return true;
            }
        }
        return false;
    }

    Quantity.Counted counted(int end, int noun) {
        if (noun >= 0) {
            return isPeople(noun) ? Quantity.Counted.PEOPLE : Quantity.Counted.THINGS;
        }
        if (end >= sentence.size() || !sentence.token(end).isWord()) {
            return Quantity.Counted.NOTHING;
        }
        if (sentence.sense(end, Sense.Event.class) != null) {
            return Quantity.Counted.EVENT;
        }
        return stops(end, end) || sentence.length(end, Marks.OF) > 0 || sentence.length(end, Marks.FILLER) > 0
                ? Quantity.Counted.NOTHING
                : Quantity.Counted.OPEN;
    }
}
