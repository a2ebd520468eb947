package dev.tocsin.ingest.dates;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is written, it is a date that reads back as itself, or none. */
class FeedDateFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void datesAnything(byte[] written) {
        FeedDate.parse(new String(written, StandardCharsets.UTF_8))
                .ifPresent(date -> assertThat(FeedDate.parse(date.toString())).contains(date));
    }
}
