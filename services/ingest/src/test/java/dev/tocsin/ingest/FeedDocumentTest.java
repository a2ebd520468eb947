package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.feeds.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final FeedAddress ADDRESS = FeedAddress.ofWeb("https://news.example/rss");

    @Test
    void keepsEverything() {
        var feed = new Feed(
                ADDRESS,
                new FeedSettings(
                        "Courier",
                        Duration.ofMinutes(10),
                        new SourceOverride("c", "The C", "GB", "B"),
                        true,
                        true,
                        List.of("wire"),
                        "en",
                        FullText.NEVER,
                        new FeedAccess(Map.of("X-Key", "k"), "u", "p", "a=b", "http://proxy.example:3128")),
                new FeedStatus(
                        FeedState.RATE_LIMITED,
                        "busy",
                        3,
                        "Declared",
                        NOW,
                        NOW.plusSeconds(1),
                        NOW.plusSeconds(2),
                        NOW.plusSeconds(3),
                        new Validators("\"v\"", "Thu, 06 Jan 2022 20:00:00 GMT"),
                        5_000_000_000L),
                NOW);
        assertThat(FeedDocument.read(FeedDocument.of(feed))).isEqualTo(feed);
    }

    @Test
    void keepsThatNothingIsKnown() {
        var feed = new Feed(ADDRESS, FeedSettings.CONFIGURED, FeedStatus.unknown(NOW), NOW);
        assertThat(FeedDocument.read(FeedDocument.of(feed))).isEqualTo(feed);
    }
}
