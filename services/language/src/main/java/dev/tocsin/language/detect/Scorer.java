package dev.tocsin.language.detect;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.IntStream;

/** Weighs a piece of text for each language that is written in its script: letters, words, spelling, n-gram model. */
final class Scorer {
    /** What a language that the model does not know in this script has less of its units than the best. */
    private static final double UNKNOWN_TO_MODEL = 0.3;

    /** What a language whose spelling is not known has less, of each letter, than the best. */
    private static final double UNKNOWN_SPELLING = 0.2;

    /** From so many letters on spelling says no more: letters of one text are no independent witnesses. */
    private static final double ENOUGH_LETTERS = 20;

    /** What the n-gram model gives up to the spelling in a short text, for they say half the same. */
    private static final double MODEL_SHARE = 0.35;

    /** How much of what chance would say is taken off; real texts have more names than the lists it is measured on. */
    private static final double CHANCE = 1.5;

    /** Shorter words are of all languages. */
    private static final int LEAST_WORD = 4;

    private final List<LanguageFile> languages;
    private final NgramWeights ngrams;
    private final Spelling spelling;
    private final Weights weights;
    private final Lexicon lexicon;
    private final Letters letters;
    private final double[] byChance;
    private final int[][] writtenIn;
    private final int[][] outcomes;
    private final int[][] outcomesInOtherScript;
    private final int[] spelled;
    private final int[] spelledInOtherScript;

    /** @throws IllegalArgumentException for more languages than {@link Lexicon#MOST_LANGUAGES} */
    Scorer(List<LanguageFile> languages, NgramWeights ngrams, Spelling spelling, Weights weights) {
        if (languages.size() > Lexicon.MOST_LANGUAGES) {
            throw new IllegalArgumentException(languages.size() + " languages are more than " + Lexicon.MOST_LANGUAGES);
        }
        this.languages = List.copyOf(languages);
        this.ngrams = ngrams;
        this.spelling = spelling;
        this.weights = weights;
        lexicon = Lexicon.of(languages);
        letters = Letters.of(languages);
        byChance = byChance();
        writtenIn = Chars.SCRIPTS.stream()
                .map(script -> IntStream.range(0, languages.size())
                        .filter(i -> languages.get(i).scripts().contains(script))
                        .toArray())
                .toArray(int[][]::new);
        outcomes = languages.stream().map(l -> indexes(ModelCodes.of(l.tag()))).toArray(int[][]::new);
        outcomesInOtherScript = languages.stream()
                .map(l -> indexes(ModelCodes.inOtherScript(l.tag())))
                .toArray(int[][]::new);
        spelled = languages.stream()
                .mapToInt(l -> spelling.codes().indexOf(l.tag()))
                .toArray();
        spelledInOtherScript = languages.stream()
                .mapToInt(l -> spelling.codes().indexOf(ModelCodes.spelledInOtherScript(l.tag())))
                .toArray();
    }

    private int[] indexes(List<String> codes) {
        return codes.stream()
                .mapToInt(ngrams.codes()::indexOf)
                .filter(i -> i >= 0)
                .toArray();
    }

    boolean isKnownToModel(int language) {
        return outcomes[language].length > 0;
    }

    /** The languages that are written in a script, as indexes; not to be written to. */
    int[] writtenIn(int script) {
        return writtenIn[script];
    }

    String tag(int language, int script) {
        return languages.get(language).tagIn(Chars.SCRIPTS.get(script));
    }

    /** What letters and words say, by language, in nats; the piece begins and ends with a space. */
    double[] words(char[] text, int from, int to) {
        var tally = new Tally(weights, lexicon, letters, languages.size());
        tally.add(text, from, to);
        var sums = tally.sums();
        for (int i = 0; i < sums.length; i++) {
            sums[i] -= tally.words() * byChance[i];
        }
        return sums;
    }

    /**
     * What a word of some other language in the same script says for each language by chance: more, the more words and
     * endings of it are known. Measured on the words of all the others, letters aside.
     */
    private double[] byChance() {
        var chance = new double[languages.size()];
        for (int i = 0; i < chance.length; i++) {
            var tally = new Tally(weights, lexicon, Letters.of(List.of()), languages.size());
            var script = languages.get(i).scripts().getFirst();
            for (var other : languages) {
                if (!other.equals(languages.get(i)) && other.scripts().getFirst() == script) {
                    for (var word : other.words()) {
                        if (word.length() >= LEAST_WORD) {
                            tally.add((" " + word + " ").toCharArray(), 0, word.length() + 2);
                        }
                    }
                }
            }
            chance[i] = tally.words() == 0 ? 0 : CHANCE * tally.sums()[i] / tally.words();
        }
        return chance;
    }

    /**
     * What sequences of letters say of a piece of text.
     *
     * @param model units of the n-gram model, by its own outcomes
     */
    record Sequences(double[] model, Spelling.Sums spelling) {}

    /** What the n-gram model and the spelling say. */
    Sequences sequences(char[] text, int from, int to) {
        var sums = new double[ngrams.codes().size()];
        ngrams.add(text, from, to, new NgramWeights.Seen(to - from), sums);
        return new Sequences(sums, spelling.of(text, from, to));
    }

    /** All evidence, in nats, of the languages written in a script, in the order of {@link #writtenIn}. */
    double[] scores(double[] words, Sequences sequences, int script) {
        var possible = writtenIn[script];
        var scores = new double[possible.length];
        for (int i = 0; i < possible.length; i++) {
            scores[i] = units(possible[i], script, sequences.model());
        }
        fillUnknown(scores, UNKNOWN_TO_MODEL);
        int letters = sequences.spelling().letters();
        var spellings = new double[possible.length];
        for (int i = 0; i < possible.length; i++) {
            int code = (isUsual(possible[i], script) ? spelled : spelledInOtherScript)[possible[i]];
            spellings[i] = code < 0 ? Double.NaN : sequences.spelling().sums()[code];
        }
        fillUnknown(spellings, UNKNOWN_SPELLING * letters);
        double share = letters == 0 ? 0 : Math.min(1, ENOUGH_LETTERS / letters);
        double ofModel = weights.model() * (1 - share * MODEL_SHARE);
        double ofSpelling = weights.spelling() * share;
        for (int i = 0; i < possible.length; i++) {
            scores[i] = ofModel * scores[i] + ofSpelling * spellings[i] + words[possible[i]];
        }
        return scores;
    }

    /** Gives languages of which nothing is known somewhat less than the best has. */
    private static void fillUnknown(double[] values, double less) {
        double highest = Double.NaN;
        for (double value : values) {
            highest = Double.isNaN(highest) || value > highest ? value : highest;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(highest) ? 0 : Double.isNaN(values[i]) ? highest - less : values[i];
        }
    }

    /** The model's units of a language; of its codes the likelier counts, for their sum would favour it. */
    private double units(int language, int script, double[] model) {
        boolean usual = isUsual(language, script);
        double best = Double.NaN;
        for (int o : usual ? outcomes[language] : outcomesInOtherScript[language]) {
            best = Double.isNaN(best) || model[o] > best ? model[o] : best;
        }
        return best;
    }

    private boolean isUsual(int language, int index) {
        var script = Chars.SCRIPTS.get(index);
        return script == languages.get(language).scripts().getFirst() || script == UnicodeScript.HIRAGANA;
    }
}
