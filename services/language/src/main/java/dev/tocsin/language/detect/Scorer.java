package dev.tocsin.language.detect;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.IntStream;

/** Weighs a piece of text for each language that is written in its script: letters, words, and the n-gram model. */
final class Scorer {
    /** What a language that the model does not know in this script has less of its units than the best. */
    private static final double UNKNOWN_TO_MODEL = 0.3;

    /** How much of what chance would say is taken off; real texts have more names than the lists it is measured on. */
    private static final double CHANCE = 1.5;

    /** Shorter words are of all languages. */
    private static final int LEAST_WORD = 4;

    private final List<LanguageFile> languages;
    private final NgramWeights ngrams;
    private final Weights weights;
    private final Lexicon lexicon;
    private final Letters letters;
    private final double[] byChance;
    private final int[][] writtenIn;
    private final int[][] outcomes;
    private final int[][] outcomesInOtherScript;

    /** @throws IllegalArgumentException for more languages than {@link Lexicon#MOST_LANGUAGES} */
    Scorer(List<LanguageFile> languages, NgramWeights ngrams, Weights weights) {
        if (languages.size() > Lexicon.MOST_LANGUAGES) {
            throw new IllegalArgumentException(languages.size() + " languages are more than " + Lexicon.MOST_LANGUAGES);
        }
        this.languages = List.copyOf(languages);
        this.ngrams = ngrams;
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

    /** What the n-gram model says, by its own outcomes. */
    double[] model(char[] text, int from, int to) {
        var sums = new double[ngrams.codes().size()];
        ngrams.add(text, from, to, new NgramWeights.Seen(to - from), sums);
        return sums;
    }

    /** All evidence, in nats, of the languages written in a script, in the order of {@link #writtenIn}. */
    double[] scores(double[] words, double[] model, int script) {
        var possible = writtenIn[script];
        var units = new double[possible.length];
        double highest = 0;
        for (int i = 0; i < possible.length; i++) {
            units[i] = units(possible[i], script, model);
            highest = i == 0 || units[i] > highest ? units[i] : highest;
        }
        var scores = new double[possible.length];
        for (int i = 0; i < possible.length; i++) {
            double known = Double.isNaN(units[i]) ? highest - UNKNOWN_TO_MODEL : units[i];
            scores[i] = weights.model() * known + words[possible[i]];
        }
        return scores;
    }

    /** The model's units of a language; of its codes the likelier counts, for their sum would favour it. */
    private double units(int language, int script, double[] model) {
        boolean usual = isUsual(language, Chars.SCRIPTS.get(script));
        double best = Double.NaN;
        for (int o : usual ? outcomes[language] : outcomesInOtherScript[language]) {
            best = Double.isNaN(best) || model[o] > best ? model[o] : best;
        }
        return best;
    }

    private boolean isUsual(int language, UnicodeScript script) {
        return script == languages.get(language).scripts().getFirst() || script == UnicodeScript.HIRAGANA;
    }
}
