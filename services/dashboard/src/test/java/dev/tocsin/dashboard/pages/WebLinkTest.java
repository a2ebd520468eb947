package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "file:/etc/passwd",
                "/relative",
                "//wire.example/x",
                "http:",
                "http:wire.example",
                "https://wire.example/a b\nc",
            })
    void isNone_whereAClickWouldNotBeSafe(String url) {
        assertThat(WebLink.of(url)).isEmpty();
    }

    @Test
    void isTheAddress_whereItIsOnTheWeb() {
        assertThat(WebLink.of(" HTTPS://wire.example/новости?a=1&b=2#c "))
                .contains("HTTPS://wire.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=1&b=2#c");
    }
}
