package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Numerals.Number;
import org.jspecify.annotations.Nullable;

/** Reads one number that is spelled out: two hundred and fifty thousand, двести пятьдесят, dreiundzwanzig. */
final class Spelled {
    private final Sentence sentence;

    private double total;
    /** What is being gathered below the next scale; negative when nothing is. */
    private double part = -1;

    private long scale = 1;
    private boolean article;
    private boolean begun;

    Spelled(Sentence sentence) {
        this.sentence = sentence;
    }

    @Nullable
    Number at(int from) {
        int at = from;
        int end = from;
        while (at < sentence.size()) {
            int next = take(at);
            if (next < 0) {
                int joined = joint(at);
                if (joined < 0) {
                    break;
                }
                next = take(joined);
                if (next < 0) {
                    break;
                }
            }
            at = next;
            end = next;
        }
        return begun ? new Number(end, total + Math.max(part, 0), false, article, false, scale) : null;
    }

    /** Adds the word at a token; the token after it, or -1 where it does not continue the number. */
    private int take(int at) {
        var scaleWord = sentence.sense(at, Sense.Scale.class);
        if (scaleWord != null) {
            return multiply(scaleWord) ? sentence.after(at) : -1;
        }
        var numeral = sentence.sense(at, Sense.Numeral.class);
        if (numeral != null) {
            return add(numeral.value(), numeral.article()) ? sentence.after(at) : -1;
        }
        var glued = at < sentence.size() && sentence.token(at).isWord()
                ? Glued.value(sentence.token(at).word(), sentence.lexicon())
                : -1;
        return glued > 0 && add(glued, false) ? at + 1 : -1;
    }

    private boolean multiply(Sense.Scale by) {
        if (begun && part < 0 && total > 0 || begun && by.value() <= scale && scale > 1 && part < 0) {
            return false;
        }
        double times = part < 0 ? 1 : part;
        if (by.value() < 1000) {
            if (times >= 100) {
                return false;
            }
            part = times * by.value();
        } else {
            total += times * by.value();
            part = -1;
        }
        begun = true;
        article = false;
        scale = by.value();
        return true;
    }

    private boolean add(double value, boolean isArticle) {
        if (part >= 0) {
            boolean afterTen = part >= 10 && part % 10 == 0 && part % 100 != 0 && value < 10;
            boolean afterHundred = part >= 100 && part % 100 == 0 && value < 100;
            // "treinta y un" and "on bir" are numbers, though "un" and "bir" are articles
            if (value < 1 || !afterTen && !afterHundred) {
                return false;
            }
            part += value;
            return true;
        }
        if (total > 0 && (isArticle || value >= 1000 || value < 1 || scale == 12 || total % 1000 != 0)) {
            return false;
        }
        part = value;
        article = isArticle && total == 0;
        begun = true;
        return true;
    }

    /** Over what joins the words of one number, "twenty-four", "two hundred and six", "a quarter of a million"; -1 for nothing. */
    private int joint(int at) {
        if (!begun || at + 1 >= sentence.size()) {
            return -1;
        }
        if (sentence.sign(at, "-") && sentence.touchesNext(at) && sentence.touchesNext(at - 1)) {
            return at + 1;
        }
        boolean large = part >= 100 || part < 0;
        if (sentence.is(at, Marks.AND) && !sentence.isSign(at)) {
            var next = sentence.sense(at + 1, Sense.Numeral.class);
            boolean tens = sentence.lexicon().spelling().unitAfterAnd() && part >= 20 && part < 100;
            return next != null && next.value() < 100 && (large && !next.article() || tens) ? at + 1 : -1;
        }
        if (part > 0 && part < 1 && sentence.is(at, Marks.FILLER)) {
            return sentence.sense(at + 1, Sense.Scale.class) == null ? -1 : at + 1;
        }
        if (part > 0 && part < 1 && sentence.is(at, Marks.OF)) {
            int next = sentence.after(at);
            return sentence.sense(next, Sense.Scale.class) == null ? next + 1 : next;
        }
        return -1;
    }
}
