package dev.tocsin.benches;

import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.pack.PackFolder;
import dev.tocsin.contracts.TopicHit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many texts a second are matched with the built-in packs, and with ten and a thousand invented ones. */
public class TopicBench {
    /** Words that are rarer than so many others are what topics are made of. */
    private static final int FREQUENT = 100;

    private static final int WORDS = 4_000;

    /** The packs of the project. */
    @State(Scope.Benchmark)
    public static class BuiltIn {
        private Classifier classifier = read();

        private static Classifier read() {
            try {
                return Classifier.of(PackFolder.read(Root.of("topicpacks")));
            } catch (Exception e) {
                throw new IllegalStateException("the built-in packs cannot be read", e);
            }
        }
    }

    /** Packs of words that the texts have, and of words that they have not; in English, as the texts are that they read. */
    @State(Scope.Benchmark)
    public static class Made {
        @Param({"10", "1000"})
        public int packs;

        private @Nullable Classifier classifier;
        private List<Text> english = List.of();
        private int next;

        @Setup
        public void make(Texts texts) throws Exception {
            english = texts.all().stream()
                    .filter(text -> text.language().equals("en"))
                    .toList();
            classifier = Classifier.of(ManyPacks.of(packs, words(english)));
        }

        private Text next() {
            next = next + 1 < english.size() ? next + 1 : 0;
            return english.get(next);
        }
    }

    @Benchmark
    public List<TopicHit> builtInPacks(BuiltIn builtIn, Texts texts) {
        var text = texts.next();
        return builtIn.classifier.classify(text.title(), text.text(), text.language());
    }

    @Benchmark
    public List<TopicHit> madePacks(Made made) {
        var text = made.next();
        return Objects.requireNonNull(made.classifier).classify(text.title(), text.text(), text.language());
    }

    private static List<String> words(List<Text> texts) {
        Map<String, Integer> counts = new HashMap<>();
        texts.stream()
                .flatMap(text -> Arrays.stream(text.text().split("[^A-Za-z]+")))
                .filter(word -> word.length() > 3)
                .forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .skip(FREQUENT)
                .limit(WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
