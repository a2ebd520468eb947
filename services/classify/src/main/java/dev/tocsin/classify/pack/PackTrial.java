package dev.tocsin.classify.pack;

import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.match.Score;
import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.TopicPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack as somebody is writing it: its first mistake, or all of its examples tried, those that fail beside those that hold.
 *
 * @param pack null where it has a mistake
 * @param mistake null where there is none; examples that fail are none
 * @param examples in the order of the pack; empty where it has a mistake
 */
public record PackTrial(@Nullable TopicPack pack, @Nullable Mistake mistake, List<Tried> examples) {
    private static final Path FILE = Path.of("pack");

    /**
     * An example, tried.
     *
     * @param key such as {@code match[2]}
     * @param line where it stands in the pack
     * @param holds whether it belongs as the pack says it does
     * @param score how it came about
     */
    public record Tried(String key, int line, TopicPack.Example example, boolean holds, Result score) {}

    /**
     * How a text meets a pack.
     *
     * @param value 0 to 1
     * @param belongs whether that is enough
     * @param fired ids of the signals that fired
     * @param behind those of them that count less, because they fired only deep in the text
     * @param missing the required groups of which none fired
     */
    public record Result(
            double value,
            boolean belongs,
            List<String> fired,
            List<String> behind,
            List<List<String>> missing,
            List<Evidence> evidence) {
        public static Result of(Score score) {
            return new Result(
                    score.value(), score.belongs(), score.fired(), score.behind(), score.missing(), score.evidence());
        }
    }

    /** Whether it could be put into force. */
    public boolean sound() {
        return mistake == null && examples.stream().allMatch(Tried::holds);
    }

    /** Tries a pack written in YAML. */
    public static PackTrial of(String text) {
        try {
            var file = PackReader.read(FILE, text);
            var classifier = PackCheck.compiled(file);
            var tried = new ArrayList<Tried>();
            all(file, classifier, "match", file.pack().examples().match(), tried);
            all(file, classifier, "reject", file.pack().examples().reject(), tried);
            return new PackTrial(file.pack(), null, tried);
        } catch (InvalidPackException e) {
            return new PackTrial(null, e.mistake(), List.of());
        }
    }

    /**
     * A classifier of a pack whose examples need not hold.
     *
     * @throws InvalidPackException for its first mistake
     */
    public static Classifier compiled(String text) throws InvalidPackException {
        return PackCheck.compiled(PackReader.read(FILE, text));
    }

    private static void all(
            PackFile file, Classifier classifier, String kind, List<TopicPack.Example> examples, List<Tried> into) {
        for (int i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            var text = example.text() == null ? "" : example.text();
            var score =
                    classifier.scores(example.title(), text, example.language()).getFirst();
            var key = kind + "[" + i + "]";
            boolean holds = score.belongs() == kind.equals("match");
            into.add(new Tried(key, file.lines().line("examples." + key), example, holds, Result.of(score)));
        }
    }
}
