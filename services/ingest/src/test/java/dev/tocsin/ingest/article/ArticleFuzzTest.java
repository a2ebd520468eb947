package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.ingest.parse.Markup;
import java.nio.charset.StandardCharsets;

/** Whatever a feed writes, its addresses have one spelling and its markup becomes a text of limited length. */
class ArticleFuzzTest {
    private static final String HERE = "https://www.courier.example/2022/01/05/news?id=1";
    private static final int MOST = 2_000;

    @FuzzTest(maxDuration = "5m")
    void spellsAnyAddressOnce(byte[] written) {
        var link = new String(written, StandardCharsets.UTF_8);
        CanonicalUrl.absolute(link, HERE).flatMap(CanonicalUrl::of).ifPresent(canonical -> {
            assertThat(canonical).matches("(?s)https?://[^/].*");
            assertThat(CanonicalUrl.of(canonical))
                    .as("of the canonical address")
                    .contains(canonical);
        });
    }

    @FuzzTest(maxDuration = "5m")
    void makesTextOfAnyMarkup(byte[] written) {
        var markup = new String(written, StandardCharsets.UTF_8);
        for (boolean html : new boolean[] {true, false}) {
            var text = PlainText.of(new Markup(markup, html), MOST);
            assertThat(text.length()).isLessThanOrEqualTo(MOST);
            assertThat(text).as("has no control characters").matches("(?s)[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]*");
        }
    }
}
