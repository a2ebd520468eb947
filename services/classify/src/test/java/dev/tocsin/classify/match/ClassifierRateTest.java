package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.classify.pack.PackFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What packs and texts may cost at most; in the time of this thread, so that a busy machine does not matter. */
class ClassifierRateTest {
    private static final Path PACKS = Path.of(System.getProperty("tocsin.root")).resolve("topicpacks");

    private static Classifier classifier;

    @BeforeAll
    static void warmUp() throws Exception {
        classifier = Classifier.of(PackFolder.read(PACKS));
        for (int i = 0; i < 200; i++) {
            classifier.classify(null, "Protesters came to Almaty, " + i + " of them, Moscow said.", "en");
        }
    }

    @ParameterizedTest
    @MethodSource
    void aHostileTextCostsLittle(String name, String text) {
        for (var language : List.of("en", "ru", "zh", "pl", "und")) {
            assertThat(time(() -> classifier.classify(text, text, language)))
                    .as(name + " " + language)
                    .isLessThan(Duration.ofMillis(200));
        }
    }

    static List<Object[]> aHostileTextCostsLittle() {
        int size = 10_000_000;
        return List.of(
                new Object[] {"one word", "a".repeat(size)},
                new Object[] {"numbers", numbers(1_000_000)},
                new Object[] {"protest", "protesters in Almaty, Moscow said: ".repeat(size / 35)},
                new Object[] {"zalgo", "p\u0300\u0301\u0302\u0303\u0304".repeat(size / 6)},
                new Object[] {"right to left", "\u202eriot\u202c\u200f ".repeat(size / 8)},
                new Object[] {"bait", "(((((a*)*)*)*".repeat(size / 13)},
                new Object[] {"letters of Chinese", "抗议哈萨克斯坦".repeat(size / 7)},
                new Object[] {"hyphens", "a-".repeat(size / 2)},
                new Object[] {"apostrophes", "'".repeat(size)});
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    @Test
    void aThousandPacksTakeAtMostThreeTimesAsLongAsTen() throws Exception {
        var texts = Files.readAllLines(Path.of("src/test/resources/sentences/diplomatic-reactions.tsv")).stream()
                .filter(line -> line.contains("\ten\t"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .toList();
        var words = Arrays.stream(String.join(" ", texts).split("[^A-Za-z]+"))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList();
        var articles = IntStream.range(0, texts.size())
                .mapToObj(i -> texts.get(i) + " " + texts.get((i + 7) % texts.size()) + " "
                        + texts.get((i + 13) % texts.size()))
                .toList();

        var ten = Classifier.of(ManyPacks.of(10, words.subList(0, 100)));
        var thousand = Classifier.of(ManyPacks.of(1000, rare(words)));

        best(ten, articles);
        best(thousand, articles);
        var few = best(ten, articles);
        var many = best(thousand, articles);
        assertThat(many).isLessThan(few.multipliedBy(3));
    }

    /** A thousand topics are not all about the same few words: one in fifty of their words is of these texts. */
    private static List<String> rare(List<String> words) {
        return IntStream.range(0, 2000)
                .mapToObj(i -> i % 50 == 0 ? words.get(i / 50 % words.size()) : "v" + Integer.toString(i * 7919, 36))
                .toList();
    }

    private static Duration best(Classifier classifier, List<String> articles) {
        return IntStream.range(0, 5)
                .mapToObj(i -> time(() -> {
                    for (int round = 0; round < 20; round++) {
                        articles.forEach(article -> classifier.classify(null, article, "en"));
                    }
                }))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration time(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
    }
}
