package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "stories/1",
                "/a\r\nSet-Cookie: b",
                "/login?next=/login",
                "/welcome",
                "javascript:alert(1)",
                ""
            })
    void leadsHome_whereAnAddressWouldLeadElsewhere(String asked) {
        assertThat(LocalPath.of(asked)).isEqualTo("/");
    }

    @Test
    void leadsOn_toAPathOfThisSite() {
        assertThat(LocalPath.of("/stories/1?a=%2F%2F")).isEqualTo("/stories/1?a=%2F%2F");
        assertThat(LocalPath.of(null)).isEqualTo("/");
    }
}
