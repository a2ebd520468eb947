package dev.tocsin.language.detect;

import dev.tocsin.contracts.DetectedLanguage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the language of an article among those configured, and what it rests on. Thread-safe. */
public final class Detector {
    private static final DetectedLanguage UNDETERMINED = new DetectedLanguage(DetectedLanguage.UNDETERMINED, 0, null);

    private final List<String> tags;
    private final int maxChars;
    private final double threshold;
    private final Scorer scorer;
    private final SecondLanguage second;
    private final Declared declared;

    Detector(
            List<LanguageFile> languages,
            int maxChars,
            double threshold,
            NgramWeights ngrams,
            Spelling spelling,
            Weights weights) {
        tags = languages.stream().map(LanguageFile::tag).toList();
        this.maxChars = maxChars;
        this.threshold = threshold;
        scorer = new Scorer(languages, ngrams, spelling, weights);
        second = new SecondLanguage(scorer);
        declared = new Declared(tags);
    }

    /**
     * Loads the model, and what is known by heart, for these languages.
     *
     * @param languages BCP 47 tags without subtags, 64 at most
     * @param maxChars UTF-16 units of title and text that are looked at
     * @param threshold the least confidence, 0 to 1, below which the language is {@code und}
     * @throws IllegalArgumentException naming the tag that the model does not know, or what is wrong with a language's
     *     file
     */
    public static Detector load(List<String> languages, int maxChars, double threshold) {
        var codes = languages.stream()
                .flatMap(t -> Stream.of(ModelCodes.of(t), ModelCodes.inOtherScript(t)))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        var files = languages.stream().map(LanguageFile::of).toList();
        var detector =
                new Detector(files, maxChars, threshold, ModelFile.read(codes), SpellingFile.read(), Weights.DEFAULT);
        for (int i = 0; i < languages.size(); i++) {
            if (!detector.scorer.isKnownToModel(i)) {
                throw new IllegalArgumentException("the language model does not know '" + languages.get(i)
                        + "': use BCP 47 tags of two letters, such as en, it, ru");
            }
        }
        return detector;
    }

    /** The language of title and text together, where nobody says which it is. */
    public DetectedLanguage detect(@Nullable String title, String text) {
        return detect(title, text, null);
    }

    /**
     * The language of title and text together; {@code und} for what is no prose, or where nothing tells.
     *
     * @param declaredTag the BCP 47 tag that feed or page claims: as much evidence as a word or two, so that it decides
     *     where the text leaves us unsure and nowhere else
     */
    public DetectedLanguage detect(@Nullable String title, String text, @Nullable String declaredTag) {
        var sample = Sample.of(title, text, maxChars);
        int script = sample.script();
        if (!sample.isProse() || script < 0) {
            return UNDETERMINED;
        }
        var pieces = Piece.of(sample, scorer);
        var words = Piece.words(pieces);
        declared.add(declaredTag, words);
        var sequences = scorer.sequences(sample.chars(), 0, sample.length());
        var choice = Choice.of(scorer.writtenIn(script), scorer.scores(words, sequences, script));
        if (choice.language() < 0 || choice.confidence() < threshold) {
            return UNDETERMINED;
        }
        return new DetectedLanguage(
                scorer.tag(choice.language(), script),
                choice.confidence(),
                second.of(sample, pieces, script, choice.language(), words, sequences));
    }

    /**
     * What an answer rests on, for people: the script, the likeliest languages with what model and words say for each,
     * and the words that speak loudest.
     */
    public Explanation explain(@Nullable String title, String text, @Nullable String declaredTag) {
        return Explanation.of(
                detect(title, text, declaredTag),
                Sample.of(title, text, maxChars),
                scorer,
                declared.indexOf(declaredTag) < 0 ? null : declaredTag.toLowerCase(Locale.ROOT));
    }
}
