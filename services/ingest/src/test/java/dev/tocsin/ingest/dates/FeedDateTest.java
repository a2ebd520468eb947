package dev.tocsin.ingest.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeedDateTest {
    /** {@code dates.txt}: what is written, a bar, and the moment that it means, or a dash for none. */
    static Stream<Arguments> table() throws IOException {
        try (var in = FeedDateTest.class.getResourceAsStream("/dates/dates.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(row -> Arguments.of(row[0], row[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void means(String written, String moment) {
        assertThat(FeedDate.parse(written).map(Instant::toString).orElse("-")).isEqualTo(moment);
    }

    @Test
    void isEmpty_whenThereIsNothing() {
        assertThat(FeedDate.parse(null)).isEmpty();
        assertThat(FeedDate.parse("  ")).isEmpty();
    }

    @Test
    void readsAnyMoment_asItsOwnTextSays() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            var moment = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            assertThat(FeedDate.parse(moment.toString())).contains(moment);
        }
    }

    @Test
    void isQuick_whateverItIsGiven() {
        var random = new Random(8);
        var signs = "0123456789:-/.,+TZ GMTjanфев年\u0660é()".toCharArray();
        long start = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(100); k >= 0; k--) {
                text.append(signs[random.nextInt(signs.length)]);
            }
            assertThat(FeedDate.parse(text.toString())).isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
