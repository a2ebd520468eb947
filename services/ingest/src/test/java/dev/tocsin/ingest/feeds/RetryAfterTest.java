package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Thu, 06 Jan 2022 13:00:00 GMT", NOW)).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "0", "99999999999999999999", "Thu, 06 Jan 2022 11:00:00 GMT"})
    void isNothing_whenItIsMalformedOrOver(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void isNothing_whenThereIsNone() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}
