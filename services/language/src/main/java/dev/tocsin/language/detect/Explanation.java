package dev.tocsin.language.detect;

import dev.tocsin.contracts.DetectedLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a detected language rests on.
 *
 * @param script name of the script of most letters, empty for no prose
 * @param candidates the likeliest languages, best first
 * @param words that speak loudest for the first candidate against the second, loudest first
 * @param declared the tag of the feed that was taken into account
 */
public record Explanation(
        DetectedLanguage language,
        String script,
        List<Candidate> candidates,
        List<Word> words,
        @Nullable String declared) {
    private static final int MOST = 5;

    /** A language with what speaks for it, in nats; only differences between languages mean something. */
    public record Candidate(String tag, double model, double lettersAndWords) {
        double all() {
            return model + lettersAndWords;
        }
    }

    /** A word of the text, in lower case, and by how many nats it favours the first candidate. */
    public record Word(String word, double nats) {}

    static Explanation of(DetectedLanguage language, Sample sample, Scorer scorer, @Nullable String declared) {
        int script = sample.script();
        if (!sample.isProse() || script < 0) {
            return new Explanation(language, "", List.of(), List.of(), declared);
        }
        var possible = scorer.writtenIn(script);
        var text = sample.chars();
        var words = scorer.words(text, 0, sample.length());
        var scores = scorer.scores(words, scorer.sequences(text, 0, sample.length()), script);
        var ranked = IntStream.range(0, possible.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toList();
        var candidates = ranked.stream()
                .limit(MOST)
                .map(i -> new Candidate(
                        scorer.tag(possible[i], script), scores[i] - words[possible[i]], words[possible[i]]))
                .toList();
        var loudest = ranked.size() < 2
                ? List.<Word>of()
                : loudest(sample, scorer, possible[ranked.get(0)], possible[ranked.get(1)]);
        return new Explanation(language, Chars.SCRIPTS.get(script).name(), candidates, loudest, declared);
    }

    private static List<Word> loudest(Sample sample, Scorer scorer, int first, int second) {
        var words = new ArrayList<Word>();
        for (var word : new String(sample.chars(), 0, sample.length()).strip().split(" ")) {
            var alone = (" " + word + " ").toCharArray();
            var sums = scorer.words(alone, 0, alone.length);
            if (sums[first] > sums[second]) {
                words.add(new Word(word, sums[first] - sums[second]));
            }
        }
        return words.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(w -> -w.nats()))
                .limit(MOST)
                .toList();
    }

    /** One line a thing, for a terminal. */
    @Override
    public String toString() {
        var lines = new StringBuilder(language.tag() + " " + script);
        candidates.forEach(c -> lines.append(String.format(
                Locale.ROOT, "%n  %-7s %.1f = model %.1f + words %.1f", c.tag, c.all(), c.model, c.lettersAndWords)));
        words.forEach(w -> lines.append(String.format(Locale.ROOT, "%n  '%s' +%.1f", w.word, w.nats)));
        return lines.toString();
    }
}
