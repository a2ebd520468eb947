package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example/A/b?x=1, https://news.example/A/b?x=1",
        "https://news.example/a#part, https://news.example/a",
        "https://news.example/a?utm_source=x&id=3&utm_medium=y&fbclid=z&gclid, https://news.example/a?id=3",
        "https://news.example/a?UTM_Campaign=x, https://news.example/a",
        "https://news.example/a?gclids=1, https://news.example/a?gclids=1",
        "https://news.example:443/a, https://news.example/a",
        "http://news.example:8080/a, http://news.example:8080/a",
        "https://news.example, https://news.example/",
        "https://новости.example/мост, https://xn--b1amnebsh.example/%D0%BC%D0%BE%D1%81%D1%82",
        "https://news.example/two words?q=a|b, https://news.example/two%20words?q=a%7Cb",
        "https://user:secret@news.example/a, https://news.example/a"
    })
    void spellsOneAddressOneWay(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "mailto:a@b.example", "/a", "http:///a", "::", "data:text/html,x"})
    void isNothing_whenItIsNoPage(String url) {
        assertThat(CanonicalUrl.of(url)).isEmpty();
        assertThat(CanonicalUrl.absolute(url, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a, https://news.example/feed/x.xml, https://news.example/a",
        "b?c=1, https://news.example/feed/x.xml, https://news.example/feed/b?c=1",
        "//other.example/a, https://news.example/, https://other.example/a",
        "https://other.example/a, https://news.example/, https://other.example/a"
    })
    void makesLinksAbsolute(String link, String base, String absolute) {
        assertThat(CanonicalUrl.absolute(link, base)).contains(absolute);
    }

    @Test
    void hasNoOpinion_whenTheLinkIsMissingOrEndless() {
        assertThat(CanonicalUrl.absolute(null, "https://news.example/")).isEmpty();
        assertThat(CanonicalUrl.absolute(" ", "https://news.example/")).isEmpty();
        assertThat(CanonicalUrl.absolute("https://news.example/" + "a".repeat(5_000), null))
                .isEmpty();
    }

    @Test
    void knowsAFrontPage() {
        assertThat(CanonicalUrl.namesOnePage("https://news.example/")).isFalse();
        assertThat(CanonicalUrl.namesOnePage("https://news.example/?p=7")).isTrue();
        assertThat(CanonicalUrl.namesOnePage("https://news.example/a")).isTrue();
    }

    @Test
    void namesTheHostWithoutWww() {
        assertThat(CanonicalUrl.host("https://WWW.News.example:8080/a")).contains("news.example");
        assertThat(CanonicalUrl.host("file:///tmp/feed.xml")).isEmpty();
    }
}
