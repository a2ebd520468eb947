package dev.tocsin.language.detect;

import dev.tocsin.contracts.DetectedLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.jspecify.annotations.Nullable;

/** Tells the language of an article among those configured. Thread-safe. */
public final class Detector {
    // With the shrinking after it, this is the normalisation that the model was trained with, in its order.
    private static final CharSequenceNormalizer WITHOUT_LINKS = new AggregateCharSequenceNormalizer(
            text -> Noise.mayHoldEmoji(text)
                    ? EmojiCharSequenceNormalizer.getInstance().normalize(text)
                    : text,
            text -> Noise.mayHoldLinks(text)
                    ? UrlCharSequenceNormalizer.getInstance().normalize(text)
                    : text,
            text -> Noise.mayBeChat(text)
                    ? TwitterCharSequenceNormalizer.getInstance().normalize(text)
                    : text);

    /**
     * The model is far less sure of short texts than it is right: its odds are raised to this power, so that a
     * confidence of 0.8 is right at least eight times in ten.
     */
    private static final double SHARPNESS = 10;

    private static final DetectedLanguage UNDETERMINED = new DetectedLanguage(DetectedLanguage.UNDETERMINED, 0, null);

    private final List<String> languages;
    private final int maxChars;
    private final double threshold;
    private final NgramWeights weights;
    private final List<int[]> outcomesOf;

    private Detector(List<String> languages, int maxChars, double threshold, NgramWeights weights) {
        this.languages = List.copyOf(languages);
        this.maxChars = maxChars;
        this.threshold = threshold;
        this.weights = weights;
        outcomesOf = this.languages.stream()
                .map(tag -> ModelCodes.of(tag).stream()
                        .mapToInt(weights.codes()::indexOf)
                        .filter(i -> i >= 0)
                        .toArray())
                .toList();
    }

    /**
     * Loads the model for these languages.
     *
     * @param languages BCP 47 tags without subtags
     * @param maxChars UTF-16 units of title and text that are looked at
     * @param threshold the least confidence, 0 to 1, below which the language is {@code und}
     * @throws IllegalArgumentException naming the tag that the model does not know
     */
    public static Detector load(List<String> languages, int maxChars, double threshold) {
        var codes = languages.stream().flatMap(t -> ModelCodes.of(t).stream()).collect(Collectors.toSet());
        var detector = new Detector(languages, maxChars, threshold, ModelFile.read(codes));
        for (int i = 0; i < languages.size(); i++) {
            if (detector.outcomesOf.get(i).length == 0) {
                throw new IllegalArgumentException("the language model does not know '" + languages.get(i)
                        + "': use BCP 47 tags of two letters, such as en, it, ru");
            }
        }
        return detector;
    }

    /** The language of title and text together; {@code und} where the letters do not tell one. */
    public DetectedLanguage detect(@Nullable String title, String text) {
        var sample = WITHOUT_LINKS.normalize(sample(title, text));
        if (!Prose.is(sample)) {
            return UNDETERMINED;
        }
        var normalised = Shrunken.of(sample);
        var letters = Letters.of(normalised);
        var possible = letters.possible(languages);
        if (possible.isEmpty()) {
            return UNDETERMINED;
        }
        var best =
                possible.size() == 1 ? new DetectedLanguage(possible.getFirst(), 1, null) : best(normalised, possible);
        return best.confidence() < threshold ? UNDETERMINED : best;
    }

    private String sample(@Nullable String title, String text) {
        var both = title == null || title.isBlank() ? text : title + "\n" + text;
        return both.length() <= maxChars ? both : both.substring(0, maxChars);
    }

    /** The model's best, its confidence renormalised over the languages that the letters leave possible. */
    private DetectedLanguage best(CharSequence normalised, List<String> possible) {
        var sums = weights.score(normalised);
        var scores = possible.stream()
                .mapToDouble(tag -> SHARPNESS * best(sums, outcomesOf.get(languages.indexOf(tag))))
                .toArray();
        double highest = Arrays.stream(scores).max().orElseThrow();
        double all = Arrays.stream(scores).map(s -> Math.exp(s - highest)).sum();
        int best = IntStream.range(0, scores.length)
                .filter(i -> scores[i] == highest)
                .findFirst()
                .orElseThrow();
        return new DetectedLanguage(possible.get(best), 1 / all, null);
    }

    /** A language with two codes in the model is as likely as the likelier of them: their sum would favour it. */
    private static double best(double[] sums, int[] outcomes) {
        return Arrays.stream(outcomes).mapToDouble(o -> sums[o]).max().orElseThrow();
    }
}
