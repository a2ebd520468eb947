package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Numerals.Number;

/** Tells numbers that count nobody: dates, ages, prices, percentages, numbers of units and flights. */
final class NoFigure {
    private static final String BEFORE = "$€£¥₽₸№#+/-";
    private static final String AFTER = "%‰°$€£¥₽₸/";
    private static final int OLDEST = 120;
    private static final int OLDEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;
    /** More often a number of people than a year. */
    private static final int ROUND = 2000;

    private final Sentence sentence;

    NoFigure(Sentence sentence) {
        this.sentence = sentence;
    }

    /** One past a number and the ending that hangs on it (12-ти); -1 where it is part of a word: 31st, 19-летний, 5G. */
    int suffixed(Number number) {
        int end = number.end();
        if (!sentence.touchesNext(end - 1)) {
            return end;
        }
        if (sentence.token(end).isWord()) {
            return number.digits() && number.scale() == 1 ? -1 : end;
        }
        if (sentence.sign(end, "-")
                && sentence.touchesNext(end)
                && sentence.token(end + 1).isWord()) {
            boolean ending = sentence.lexicon()
                    .spelling()
                    .suffixes()
                    .contains(sentence.token(end + 1).word());
            return ending ? end + 2 : -1;
        }
        return end;
    }

    boolean rejects(int at, int end, Number number, Quantity.Counted counted) {
        boolean people = counted == Quantity.Counted.PEOPLE || counted == Quantity.Counted.EVENT;
        return price(at, end)
                || date(at, end)
                || ordinal(end, number)
                || named(at) && !people
                || year(at, number)
                        && !(counted == Quantity.Counted.PEOPLE
                                && !sentence.token(end).capital())
                || !people && (name(at, number) || age(at, end, number));
    }

    private boolean price(int at, int end) {
        var before = at == 0 ? "" : sentence.token(at - 1).word();
        var after = end < sentence.size() ? sentence.token(end).word() : "";
        boolean sign = !before.isEmpty() && BEFORE.contains(before) && sentence.touchesNext(at - 1)
                || before.length() == 1 && "$€£¥₽₸№#".contains(before);
        return sign || !after.isEmpty() && AFTER.contains(after);
    }

    private boolean date(int at, int end) {
        // "22 e 23 marzo", "22-23 March"
        boolean pair = (sentence.is(end, Marks.AND) || sentence.sign(end, "-") || sentence.sign(end, "\u2013"))
                && end + 1 < sentence.size()
                && sentence.token(end + 1).kind() == Token.Kind.DIGITS
                && (month(end + 2) || sentence.sign(end + 2, ".") && month(end + 3));
        boolean of = sentence.is(end, Marks.OF) && month(sentence.after(end));
        return of || pair || month(end) || month(at - 1) || sentence.sign(end, ".") && month(end + 1);
    }

    private boolean month(int at) {
        return sentence.sense(at, Sense.Day.class) instanceof Sense.Day(Sense.Unit unit, int value)
                && unit == Sense.Unit.MONTH;
    }

    private boolean ordinal(int end, Number number) {
        return number.digits()
                && sentence.sign(end, ".")
                && end + 1 < sentence.size()
                && sentence.token(end + 1).isWord();
    }

    private boolean year(int at, Number number) {
        return number.digits()
                && sentence.token(at).word().length() == 4
                && number.low() >= OLDEST_YEAR
                && number.low() <= LATEST_YEAR
                && number.low() != ROUND
                && !bounded(at - 1);
    }

    /** "more than 1950" is no year. */
    private boolean bounded(int at) {
        return sentence.is(at, Marks.AT_LEAST) || sentence.is(at, Marks.AT_MOST) || sentence.is(at, Marks.ABOUT);
    }

    /** Flight 12; aged 34 and 41. */
    private boolean named(int at) {
        boolean second = sentence.is(at - 1, Marks.AND)
                && sentence.is(at - 3, Marks.NAMED)
                && sentence.token(at - 2).kind() == Token.Kind.DIGITS;
        return second || sentence.is(at - 1, Marks.NAMED);
    }

    /** Boeing 737, Bus 12: right after a name, counting nothing. */
    private boolean name(int at, Number number) {
        return number.digits()
                && (at > 1 || at == 1 && sentence.length(0, Marks.THING) > 0)
                && sentence.token(at - 1).isWord()
                && sentence.token(at - 1).capital()
                && sentence.lexicon().spelling().glue() != Spelling.Glue.UNIT_FIRST
                && sentence.sense(at - 1, Sense.Event.class) == null
                && sentence.length(at - 1, Marks.ABOUT) + sentence.length(at - 1, Marks.AT_LEAST) == 0;
    }

    /** A name, 34, or: a name (34). */
    private boolean age(int at, int end, Number number) {
        boolean brackets = sentence.sign(at - 1, "(") && sentence.sign(end, ")");
        boolean commas = sentence.sign(at - 1, ",") && (sentence.sign(end, ",") || sentence.sign(end, "."));
        return number.digits() && number.low() <= OLDEST && (brackets || commas);
    }
}
