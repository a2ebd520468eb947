package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import java.nio.charset.StandardCharsets;

/**
 * Whatever the bytes are, the answer is a value. The normal build runs the cases that were kept under {@code
 * FeedParserFuzzTestInputs}; {@code JAZZER_FUZZ=1 mvn test -Dtest=FeedParserFuzzTest#readsAnything} looks for more, and
 * so for each {@code *FuzzTest}.
 */
class FeedParserFuzzTest {
    private static final String HERE = "https://www.courier.example/rss";

    @FuzzTest(maxDuration = "10m")
    void readsAnything(byte[] body) {
        keepsTheLimits(FeedParser.parse(body, null));
        keepsTheLimits(FeedParser.parse(body, null, HERE));
    }

    @FuzzTest(maxDuration = "5m")
    void readsAnyJson(byte[] rest) {
        var feed = "{\"version\":\"https://jsonfeed.org/version/1.1\"," + new String(rest, StandardCharsets.UTF_8);
        keepsTheLimits(FeedParser.parse(feed.getBytes(StandardCharsets.UTF_8), "application/feed+json", HERE));
    }

    @FuzzTest(maxDuration = "5m")
    void findsFeedsInAnything(byte[] body) {
        assertThat(FeedLinks.of(new String(body, StandardCharsets.UTF_8), "https://www.courier.example/"))
                .allSatisfy(link -> assertThat(link.url()).startsWith("http"));
    }

    private static void keepsTheLimits(ParsedFeed parsed) {
        if (parsed instanceof Readable feed) {
            assertThat(feed.items()).hasSizeLessThanOrEqualTo(ParseLimits.ITEMS).allSatisfy(item -> {
                assertThat(item.title().value()).isNotNull();
                assertThat(item.media()).hasSizeLessThanOrEqualTo(ParseLimits.MEDIA + 2);
            });
        }
    }
}
