package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tocsin.ingest.charset.TextDecoder;

/** Whatever the bytes are, they are a page, if an empty one. */
class PageExtractorFuzzTest {
    private static final String HERE = "https://www.courier.example/2022/01/05/news";

    @FuzzTest(maxDuration = "10m")
    void extractsFromAnything(byte[] body) {
        var page = PageExtractor.read(TextDecoder.page(body, null).text(), HERE);
        assertThat(page.text().length()).isLessThanOrEqualTo(PageLimits.MAX_TEXT);
        assertThat(page.media()).hasSizeLessThanOrEqualTo(10).allSatisfy(media -> assertThat(media.url())
                .startsWith("http"));
        if (page.canonicalUrl() != null) {
            assertThat(page.canonicalUrl()).startsWith("http");
        }
    }
}
