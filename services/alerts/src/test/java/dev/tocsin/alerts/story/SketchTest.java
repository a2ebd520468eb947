package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SketchTest {
    private static final String REPORT = words(1, 400);

    @Test
    void findsATextLikeItself_whateverItsCaseAndPunctuation() {
        assertThat(Sketch.of(REPORT).likeness(Sketch.of(REPORT.toUpperCase().replace(" ", ", "))))
                .isEqualTo(1);
    }

    @Test
    void findsNothingInCommon_whereNothingIs() {
        assertThat(Sketch.of(REPORT).likeness(Sketch.of(words(2, 400)))).isZero();
    }

    @Test
    void estimatesTheShare_whereHalfIsCopied() {
        var half = words(1, 400).substring(0, REPORT.length() / 2) + words(3, 200);

        // half of each is common, so a third of what both have
        assertThat(Sketch.of(REPORT).likeness(Sketch.of(half))).isCloseTo(1 / 3.0, within(0.15));
    }

    @Test
    void takesACopyWithAnAddedLineForACopy() {
        assertThat(Sketch.of(REPORT).likeness(Sketch.of(REPORT + " reported by our desk in the capital")))
                .isGreaterThan(0.8);
    }

    @Test
    void tellsNothing_ofTextsTooShort() {
        assertThat(Sketch.of("too short").likeness(Sketch.of("too short"))).isZero();
        assertThat(Sketch.of("").likeness(Sketch.of(REPORT))).isZero();
    }

    private static String words(int seed, int count) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + Integer.toString(random.nextInt(5_000), 36))
                .collect(Collectors.joining(" "));
    }
}
