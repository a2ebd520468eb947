package dev.tocsin.archive.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
    private static Sketch of(long... millis) {
        var sketch = new Sketch();
        for (long one : millis) {
            sketch.add(Sketch.bucket(one), 1);
        }
        return sketch;
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 17, 250, 999, 1_000, 61_234, 3_600_000, 86_400_000})
    void tellsASpanWithinFivePercent(long millis) {
        // half a millisecond is rounded away
        assertThat((double) of(millis).quantile(0.5)).isCloseTo(millis, within(millis * 0.05 + 0.5));
    }

    @Test
    void tellsQuantiles() {
        var sketch = of(IntStream.rangeClosed(1, 1_000).mapToLong(i -> i).toArray());

        assertThat(sketch.count()).isEqualTo(1_000);
        assertThat((double) sketch.quantile(0.5)).isCloseTo(500, Percentage.withPercentage(5));
        assertThat((double) sketch.quantile(0.95)).isCloseTo(950, Percentage.withPercentage(5));
        assertThat((double) sketch.quantile(0.99)).isCloseTo(990, Percentage.withPercentage(5));
        assertThat((double) sketch.quantile(1)).isCloseTo(1_000, Percentage.withPercentage(5));
    }

    @Test
    void isNoTime_whereClocksDifferOrNothingWasCounted() {
        assertThat(of(-50, 0).quantile(0.99)).isZero();
        assertThat(new Sketch().quantile(0.5)).isZero();
    }

    @Test
    void boundsItsBuckets() {
        assertThat(Sketch.bucket(Long.MAX_VALUE))
                .isEqualTo(Sketch.bucket(30L * 24 * 60 * 60 * 1000))
                .isLessThan(230);
    }
}
