package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.ingest.charset.TextDecoder;
import dev.tocsin.ingest.dates.FeedDate;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import java.nio.charset.StandardCharsets;

/**
 * Whatever the bytes are, the answer is a value. The normal build runs the cases that were kept under {@code
 * FeedParserFuzzTestInputs}; {@code JAZZER_FUZZ=1 mvn test -Dtest=FeedParserFuzzTest#readsAnything} looks for more.
 */
class FeedParserFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void readsAnything(byte[] body) {
        for (var url : new String[] {null, "https://www.courier.example/rss"}) {
            if (FeedParser.parse(body, null, url) instanceof Readable feed) {
                assertThat(feed.items())
                        .hasSizeLessThanOrEqualTo(ParseLimits.ITEMS)
                        .allSatisfy(item -> {
                            assertThat(item.title().value()).isNotNull();
                            assertThat(item.media()).hasSizeLessThanOrEqualTo(ParseLimits.MEDIA + 2);
                        });
            }
        }
    }

    @FuzzTest(maxDuration = "2m")
    void decodesAnything(byte[] body) {
        assertThat(TextDecoder.feed(body, "text/xml; charset=koi8-r").text()).isNotNull();
        assertThat(TextDecoder.page(body, null).text()).isNotNull();
    }

    @FuzzTest(maxDuration = "2m")
    void datesAnything(byte[] body) {
        assertThat(FeedDate.parse(new String(body, StandardCharsets.UTF_8))).isNotNull();
    }

    @FuzzTest(maxDuration = "2m")
    void findsFeedsInAnything(byte[] body) {
        assertThat(FeedLinks.of(new String(body, StandardCharsets.UTF_8), "https://www.courier.example/"))
                .allSatisfy(link -> assertThat(link.url()).startsWith("http"));
    }
}
