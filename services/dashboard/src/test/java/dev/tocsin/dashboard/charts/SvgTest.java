package dev.tocsin.dashboard.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTest {
    @Test
    void keepsHostileTextText() {
        var svg = new Svg("a\" onload=\"alert(1)", 10, 10)
                .text("t", 1, 2, "start", "</text><script>alert(1)</script>\u0000\uD800")
                .close();

        assertThat(svg)
                .contains("class=\"chart a&quot; onload=&quot;alert(1)\"")
                .contains("&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;</text>")
                .doesNotContain("<script", "\u0000");
    }

    @Test
    void leadsNowhereButToOurOwnPages() {
        for (var href : new String[] {"javascript:alert(1)", "//evil.example/", "https://evil.example/", "data:x"}) {
            assertThat(new Svg("x", 1, 1).link(href, "t", () -> {}).close()).doesNotContain("href");
        }
        assertThat(new Svg("x", 1, 1).link("/articles/a", "t", () -> {}).close())
                .contains("href=\"/articles/a\"");
    }

    @Test
    void cutsAnEndlessTitle() {
        assertThat(new Svg("x", 1, 1)
                        .link("#a", "w".repeat(1_000_000), () -> {})
                        .close())
                .hasSizeLessThan(1_000);
    }
}
