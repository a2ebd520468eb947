package dev.tocsin.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    /** The table of RFC 3986, 5.4. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "g:h, g:h",
                "g, http://a/b/c/g",
                "./g, http://a/b/c/g",
                "g/, http://a/b/c/g/",
                "/g, http://a/g",
                "//g, http://g",
                "?y, http://a/b/c/d;p?y",
                "g?y, http://a/b/c/g?y",
                "'#s', 'http://a/b/c/d;p?q#s'",
                "'g#s', 'http://a/b/c/g#s'",
                ";x, http://a/b/c/;x",
                "g;x, http://a/b/c/g;x",
                "'', http://a/b/c/d;p?q",
                "., http://a/b/c/",
                "./, http://a/b/c/",
                ".., http://a/b/",
                "../, http://a/b/",
                "../g, http://a/b/g",
                "../.., http://a/",
                "../../, http://a/",
                "../../g, http://a/g",
                "../../../g, http://a/g",
                "/./g, http://a/g",
                "/../g, http://a/g",
                "g., http://a/b/c/g.",
                "..g, http://a/b/c/..g",
                "./../g, http://a/b/g",
                "./g/., http://a/b/c/g/",
                "g/./h, http://a/b/c/g/h",
                "g/../h, http://a/b/c/h",
                "g?y/../x, http://a/b/c/g?y/../x",
                "'g#s/../x', 'http://a/b/c/g#s/../x'"
            })
    void resolves(String reference, String absolute) {
        assertThat(Reference.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(absolute);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, b, https://a.example/b",
        "https://a.example?q, b, https://a.example/b",
        "https://a.example/x y/, мост закрыт, https://a.example/x y/мост закрыт",
        "https://a.example/, 'a[1].html?b={2}', 'https://a.example/a[1].html?b={2}'",
        "https://a.example/, ' b ', https://a.example/b",
        "https://a.example/, mailto:x@b.example, mailto:x@b.example",
        "tag:a.example, b, b",
        "/news/, b, /news/b",
        "'', b, b"
    })
    void resolvesWhatFeedsHold(String base, String reference, String absolute) {
        assertThat(Reference.resolve(base, reference)).isEqualTo(absolute);
    }

    @Test
    void leavesTheReferenceAlone_whenThereIsNoBase() {
        assertThat(Reference.resolve(null, " b ")).isEqualTo("b");
    }

    @Test
    void knowsNoSchemeInAPath() {
        assertThat(Reference.scheme("HTTP://a")).isEqualTo("http");
        assertThat(Reference.scheme("a/b:c")).isNull();
        assertThat(Reference.scheme(":a")).isNull();
        assertThat(Reference.scheme("1a:b")).isNull();
        assertThat(Reference.scheme("")).isNull();
    }

    @Test
    void refusesBasesThatRunCode() {
        assertThat(Reference.isSafe("javascript:alert(1)")).isFalse();
        assertThat(Reference.isSafe("DATA:text/html,x")).isFalse();
        assertThat(Reference.isSafe("https://a.example/")).isTrue();
        assertThat(Reference.isSafe("a/b")).isTrue();
    }
}
