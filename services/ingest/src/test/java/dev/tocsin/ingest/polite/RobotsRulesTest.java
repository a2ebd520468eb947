package dev.tocsin.ingest.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RobotsRulesTest {
    private static final URI FILE = URI.create("https://courier.example/robots.txt");

    private static RobotsRules rules(String text) {
        return RobotsRules.parse(FILE, text.getBytes(StandardCharsets.UTF_8), "tocsin");
    }

    private static URI page(String path) {
        return FILE.resolve(path);
    }

    @Test
    void obeysTheGroupThatNamesUs_elseTheOneForAll() {
        var rules = rules(
                """
                User-agent: *
                Disallow: /

                User-agent: Tocsin
                Disallow: /private/
                Allow: /private/news/
                """);
        assertThat(rules.allow(page("/a"))).isTrue();
        assertThat(rules.allow(page("/private/a"))).isFalse();
        assertThat(rules.allow(page("/private/news/a"))).isTrue();
        assertThat(rules("User-agent: *\nDisallow: /a").allow(page("/a/b"))).isFalse();
        assertThat(rules("User-agent: other\nDisallow: /").allow(page("/a"))).isTrue();
    }

    @Test
    void understandsWildcards() {
        var rules = rules("User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?print=");
        assertThat(rules.allow(page("/x/a.pdf"))).isFalse();
        assertThat(rules.allow(page("/x/a.pdf.html"))).isTrue();
        assertThat(rules.allow(page("/x?print=1"))).isFalse();
    }

    @Test
    void waitsAsTheHostWishes_butNotForEver() {
        assertThat(rules("User-agent: *\nCrawl-delay: 7\nDisallow: /x").delay()).isEqualTo(Duration.ofSeconds(7));
        assertThat(rules("User-agent: *\nDisallow: /x").delay()).isEqualTo(Duration.ZERO);
        var greedy = rules("User-agent: *\nCrawl-delay: 86400\nAllow: /");
        assertThat(greedy.delay()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isOpen_whenTheFileIsNoneAtAll() {
        assertThat(rules("<html><body>Not found</body></html>").allow(page("/a")))
                .isTrue();
        assertThat(rules("").allow(page("/a"))).isTrue();
        assertThat(RobotsRules.OPEN.allow(page("/a"))).isTrue();
        assertThat(RobotsRules.CLOSED.allow(page("/a"))).isFalse();
    }
}
