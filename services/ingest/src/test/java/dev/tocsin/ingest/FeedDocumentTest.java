package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedState;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.Hints;
import dev.tocsin.ingest.feeds.ItemSketch;
import dev.tocsin.ingest.feeds.Moved;
import dev.tocsin.ingest.feeds.Pace;
import dev.tocsin.ingest.feeds.Rhythm;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.feeds.Validators;
import dev.tocsin.ingest.feeds.Why;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                        FeedState.THROTTLED,
                        new Why("throttled", "busy"),
                        3,
                        "Declared",
                        NOW,
                        NOW.plusSeconds(1),
                        NOW.plusSeconds(2),
                        NOW.plusSeconds(3),
                        new Validators("\"v\"", "Thu, 06 Jan 2022 20:00:00 GMT"),
                        5_000_000_000L,
                        new Pace(
                                new Rhythm(Duration.ofMinutes(7), NOW.plusSeconds(4)),
                                new Hints(
                                        Duration.ofHours(1),
                                        Duration.ofHours(2),
                                        Set.of(0, 23),
                                        Set.of(DayOfWeek.SUNDAY),
                                        Duration.ofSeconds(90)),
                                20,
                                ItemSketch.of(List.of("a", "b")),
                                2,
                                3,
                                NOW.plusSeconds(5)),
                        new Moved(URI.create("https://new.example/rss"), 2)),
                NOW);
        assertThat(FeedDocument.read(FeedDocument.of(feed))).isEqualTo(feed);
    }

    @Test
    void keepsThatNothingIsKnown() {
        var feed = new Feed(ADDRESS, FeedSettings.CONFIGURED, FeedStatus.unknown(NOW), NOW);
        assertThat(FeedDocument.read(FeedDocument.of(feed))).isEqualTo(feed);
    }
}
