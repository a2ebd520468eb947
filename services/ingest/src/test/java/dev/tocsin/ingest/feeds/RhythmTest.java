package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");

    private static List<Instant> every(Duration gap, int count, Duration newestAgo) {
        return IntStream.range(0, count)
                .mapToObj(i -> NOW.minus(newestAgo).minus(gap.multipliedBy(i)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"PT10M, 20", "PT6H, 3", "P3D, 10", "PT1S, 100"})
    void isTheTimeBetweenItems_whereTheyHaveDates(Duration gap, int count) {
        var rhythm = Rhythm.UNKNOWN.after(every(gap, count, Duration.ofMinutes(1)), 0, NOW);
        assertThat(rhythm.usual()).isEqualTo(gap);
        assertThat(rhythm.newest()).isEqualTo(NOW.minus(Duration.ofMinutes(1)));
    }

    @Test
    void doesNotMindTheOrderOfItems_norDatesThatCannotBe() {
        var odd = Stream.concat(
                        every(Duration.ofHours(1), 5, Duration.ZERO).reversed().stream(),
                        Stream.of(NOW.plusSeconds(9), Instant.EPOCH, NOW, NOW))
                .toList();
        assertThat(Rhythm.UNKNOWN.after(odd, 0, NOW).usual()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void learnsFromWhatPollsMeet_whereItemsHaveNoDates() {
        var first = Rhythm.UNKNOWN.after(List.of(), 20, NOW);
        assertThat(first).isEqualTo(new Rhythm(null, NOW));
        var second = first.after(List.of(), 2, NOW.plus(Duration.ofHours(1)));
        assertThat(second.usual()).isEqualTo(Duration.ofMinutes(30));
        var nothing = second.after(List.of(), 0, NOW.plus(Duration.ofHours(2)));
        assertThat(nothing).isEqualTo(second);
        var third = nothing.after(List.of(), 1, NOW.plus(Duration.ofHours(3)));
        assertThat(third.usual()).isEqualTo(Duration.ofMinutes(57));
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT23H, false", "PT1H, PT25H, true", "PT12H, P3D, false", "PT12H, P5D, true"})
    void isQuiet_whenItsSilenceIsFarLongerThanUsual(Duration usual, Duration silence, boolean quiet) {
        assertThat(new Rhythm(usual, NOW.minus(silence)).isQuiet(NOW)).isEqualTo(quiet);
    }

    @Test
    void isNeverQuiet_whileItsRhythmIsUnknown() {
        assertThat(new Rhythm(null, Instant.EPOCH).isQuiet(NOW)).isFalse();
        assertThat(Rhythm.UNKNOWN.isQuiet(NOW)).isFalse();
    }
}
