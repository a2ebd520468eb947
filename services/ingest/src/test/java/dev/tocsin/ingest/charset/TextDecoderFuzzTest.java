package dev.tocsin.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the bytes are and whatever is declared of them, they become text. */
class TextDecoderFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void decodesAnything(byte[] body) {
        assertThat(TextDecoder.feed(body, "text/xml; charset=koi8-r").text()).isNotNull();
        assertThat(TextDecoder.feed(body, null).text()).isNotNull();
        assertThat(TextDecoder.page(body, null).text()).isNotNull();
    }
}
