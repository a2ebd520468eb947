package dev.tocsin.language.detect;

import dev.tocsin.contracts.DetectedLanguage;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells the language of an article among those configured. Thread-safe. */
public final class Detector {
    private static final DetectedLanguage UNDETERMINED = new DetectedLanguage(DetectedLanguage.UNDETERMINED, 0, null);
    private static final int HAN = Chars.SCRIPTS.indexOf(UnicodeScript.HAN);
    private static final int KANA = Chars.SCRIPTS.indexOf(UnicodeScript.HIRAGANA);

    /** Japanese prose has half its letters in kana; a Chinese text that names a Japanese product has a few. */
    private static final double KANA_SHARE = 0.05;

    private final List<LanguageFile> languages;
    private final int maxChars;
    private final double threshold;
    private final NgramWeights ngrams;
    private final Lexicon lexicon;
    private final Letters letters;
    private final Weights weights;
    private final int[][] outcomesOf;

    Detector(List<LanguageFile> languages, int maxChars, double threshold, NgramWeights ngrams, Weights weights) {
        this.languages = List.copyOf(languages);
        this.maxChars = maxChars;
        this.threshold = threshold;
        this.ngrams = ngrams;
        this.weights = weights;
        lexicon = Lexicon.of(languages);
        letters = Letters.of(languages);
        outcomesOf = languages.stream()
                .map(l -> ModelCodes.of(l.tag()).stream()
                        .mapToInt(ngrams.codes()::indexOf)
                        .filter(i -> i >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    public static Detector load(List<String> languages, int maxChars, double threshold) {
        var codes = languages.stream().flatMap(t -> ModelCodes.of(t).stream()).collect(Collectors.toSet());
        var files = languages.stream().map(LanguageFile::of).toList();
        var detector = new Detector(files, maxChars, threshold, ModelFile.read(codes), Weights.DEFAULT);
        for (int i = 0; i < languages.size(); i++) {
            if (detector.outcomesOf[i].length == 0) {
                throw new IllegalArgumentException("the language model does not know '" + languages.get(i)
                        + "': use BCP 47 tags of two letters, such as en, it, ru");
            }
        }
        return detector;
    }

    /** The language of title and text together; {@code und} where the letters do not tell one. */
    public DetectedLanguage detect(@Nullable String title, String text) {
        var sample = Sample.of(title, text, maxChars);
        if (!sample.isProse()) {
            return UNDETERMINED;
        }
        int script = script(sample);
        if (script < 0) {
            return UNDETERMINED;
        }
        var possible = IntStream.range(0, languages.size())
                .filter(i -> languages.get(i).scripts().contains(Chars.SCRIPTS.get(script)))
                .toArray();
        if (possible.length == 0) {
            return UNDETERMINED;
        }
        if (possible.length == 1) {
            return new DetectedLanguage(languages.get(possible[0]).tagIn(Chars.SCRIPTS.get(script)), 1, null);
        }
        var scores = scores(sample, possible);
        double highest = Arrays.stream(possible).mapToDouble(i -> scores[i]).max().orElseThrow();
        double all = Arrays.stream(possible).mapToDouble(i -> Math.exp(scores[i] - highest)).sum();
        int best = Arrays.stream(possible).filter(i -> scores[i] == highest).findFirst().orElseThrow();
        var detected = new DetectedLanguage(languages.get(best).tagIn(Chars.SCRIPTS.get(script)), 1 / all, null);
        return detected.confidence() < threshold ? UNDETERMINED : detected;
    }

    double[] probe(String text) {
        var sample = Sample.of(null, text, maxChars);
        int script = script(sample);
        if (script < 0) return null;
        var possible = IntStream.range(0, languages.size())
                .filter(i -> languages.get(i).scripts().contains(Chars.SCRIPTS.get(script)))
                .toArray();
        var s = scores(sample, possible);
        var out = new double[languages.size()];
        Arrays.fill(out, Double.NEGATIVE_INFINITY);
        for (int i : possible) out[i] = s[i];
        return out;
    }

    double[] scores(Sample sample, int[] possible) {
        var tally = new Tally(weights, lexicon, letters, languages.size());
        tally.add(sample.chars(), 0, sample.length());
        var sums = new double[ngrams.codes().size()];
        ngrams.add(sample.chars(), 0, sample.length(), new NgramWeights.Seen(sample.length()), sums);
        var scores = tally.sums();
        for (int i : possible) {
            scores[i] += weights.model() * best(sums, outcomesOf[i]);
        }
        return scores;
    }

    private int script(Sample sample) {
        int han = sample.letters(HAN) + sample.letters(KANA);
        int best = -1;
        int most = 0;
        for (int s = 0; s < Chars.SCRIPTS.size(); s++) {
            if (s != HAN && s != KANA && sample.letters(s) > most) {
                most = sample.letters(s);
                best = s;
            }
        }
        if (han > most) {
            return sample.letters(KANA) > KANA_SHARE * han ? KANA : HAN;
        }
        return best;
    }

    /** A language with two codes in the model is as likely as the likelier of them: their sum would favour it. */
    private static double best(double[] sums, int[] outcomes) {
        return Arrays.stream(outcomes).mapToDouble(o -> sums[o]).max().orElseThrow();
    }
}
