package dev.tocsin.classify.figures;

/** Takes numerals apart that are written in one word, as German and Italian do. */
final class Glued {
    private static final int LONGEST = 40;

    private Glued() {}

    /** The value of a word, or -1 where it is no numeral. */
    static double value(String word, Lexicon lexicon) {
        var glue = lexicon.spelling().glue();
        return glue == Spelling.Glue.NONE || word.length() < 5 || word.length() > LONGEST
                ? -1
                : whole(word, lexicon, glue);
    }

    private static double whole(String word, Lexicon lexicon, Spelling.Glue glue) {
        var known = lexicon.numerals().get(word);
        if (known != null) {
            return known;
        }
        if (glue == Spelling.Glue.UNIT_FIRST) {
            return split(word, lexicon, glue, "tausend", 1000, "hundert", 100);
        }
        double large = split(word, lexicon, glue, "mila", 1000, "cento", 100);
        return large > 0 ? large : split(word, lexicon, glue, "mille", 1000, "cento", 100);
    }

    private static double split(
            String word, Lexicon lexicon, Spelling.Glue glue, String large, int first, String small, int second) {
        int at = word.indexOf(large);
        if (at >= 0) {
            return product(word, at, large, first, lexicon, glue);
        }
        at = word.indexOf(small);
        return at >= 0 ? product(word, at, small, second, lexicon, glue) : below100(word, lexicon, glue);
    }

    private static double product(String word, int at, String scale, int value, Lexicon lexicon, Spelling.Glue glue) {
        double times = at == 0 ? 1 : whole(word.substring(0, at), lexicon, glue);
        var rest = word.substring(at + scale.length());
        double plus = rest.isEmpty() ? 0 : whole(rest.startsWith("und") ? rest.substring(3) : rest, lexicon, glue);
        return times < 0 || plus < 0 || plus >= value ? -1 : times * value + plus;
    }

    private static double below100(String word, Lexicon lexicon, Spelling.Glue glue) {
        boolean unitFirst = glue == Spelling.Glue.UNIT_FIRST;
        for (int at = 3; at < word.length() - 2; at++) {
            var left = lexicon.numerals().get(word.substring(0, at));
            if (left == null || unitFirst && !word.startsWith("und", at)) {
                continue;
            }
            var right = lexicon.numerals().get(word.substring(unitFirst ? at + 3 : at));
            if (right == null) {
                continue;
            }
            double ten = unitFirst ? right : left;
            double unit = unitFirst ? left : right;
            if (ten >= 20 && ten < 100 && ten % 10 == 0 && unit >= 1 && unit < 10) {
                return ten + unit;
            }
        }
        return -1;
    }
}
