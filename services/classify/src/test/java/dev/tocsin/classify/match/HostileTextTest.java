package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.classify.pack.PackFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a text may cost at most; in the time of this thread, so that a busy machine does not matter. */
class HostileTextTest {
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

    private static Duration time(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
    }
}
