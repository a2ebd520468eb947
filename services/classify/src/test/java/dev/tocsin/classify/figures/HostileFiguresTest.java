package dev.tocsin.classify.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HostileFiguresTest {
    private static final int TEN_MEGABYTES = 10_000_000;

    private static final Map<String, String> TEXTS = Map.of(
            "one word", "a".repeat(TEN_MEGABYTES),
            "one number", "9".repeat(TEN_MEGABYTES),
            "grouped digits", "1,000".repeat(TEN_MEGABYTES / 5),
            "numbers", "12 people ".repeat(TEN_MEGABYTES / 10),
            "numbers and events", "12 killed 13 injured and ".repeat(TEN_MEGABYTES / 25),
            "numerals", "two hundred thousand and ".repeat(TEN_MEGABYTES / 25),
            "marks of writing from the right", "\u202e12 killed\u202c ".repeat(TEN_MEGABYTES / 12),
            "accents without end", "killed" + "\u0301".repeat(TEN_MEGABYTES),
            "commas", "12 people, ".repeat(TEN_MEGABYTES / 11),
            "stops", ".".repeat(TEN_MEGABYTES));

    @TestFactory
    List<DynamicTest> takesNoLongerThanABound_whateverTheText() {
        return TEXTS.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(), () -> assertThat(best(e.getValue())).isLessThan(Duration.ofMillis(200))))
                .toList();
    }

    /** The best of five, as the machine may be busy with other things. */
    private static Duration best(String text) {
        var best = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Figures.find("en", null, text, null);
            var took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
    }
}
