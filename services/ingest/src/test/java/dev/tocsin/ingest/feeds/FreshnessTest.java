package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2022-01-06T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=600||PT10M",
                "public, MAX-AGE = 600, must-revalidate||PT10M",
                "max-age=600|Thu, 06 Jan 2022 13:00:00 GMT|PT10M",
                "public|Thu, 06 Jan 2022 13:00:00 GMT|PT1H",
                "|Thu, 06 Jan 2022 13:00:00 GMT|PT1H"
            })
    void isWhatTheHeaderSays(String cacheControl, String expires, Duration fresh) {
        assertThat(Freshness.of(cacheControl, expires, NOW)).contains(fresh);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|",
                "max-age=0|Thu, 06 Jan 2022 13:00:00 GMT",
                "no-cache, max-age=600|",
                "no-store|Thu, 06 Jan 2022 13:00:00 GMT",
                "s-maxage=600|",
                "max-age=99999999999999999999x|0",
                "|-1",
                "|Thu, 06 Jan 2022 11:00:00 GMT"
            })
    void isNothing_whenTheHeaderSaysNothingOrNo(String cacheControl, String expires) {
        var fresh = Freshness.of(cacheControl, expires, NOW);
        assertThat(fresh.filter(f -> f.compareTo(Duration.ofDays(30)) < 0)).isEmpty();
    }
}
