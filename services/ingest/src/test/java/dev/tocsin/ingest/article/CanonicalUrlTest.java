package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    /** Each group: the canonical spelling, then other spellings of the same article. */
    static final List<List<String>> ARTICLES = groups();

    @ParameterizedTest
    @FieldSource("ARTICLES")
    void spellsOneArticleOneWay(List<String> spellings) {
        assertThat(spellings)
                .allSatisfy(s -> assertThat(CanonicalUrl.of(s)).as(s).contains(spellings.getFirst()));
    }

    @Test
    void mergesNoTwoArticles() {
        var owners = new HashMap<String, String>();
        for (var group : ARTICLES) {
            for (var spelling : group) {
                var owner = owners.putIfAbsent(CanonicalUrl.of(spelling).orElseThrow(), group.getFirst());
                assertThat(owner).as(spelling).isIn(null, group.getFirst());
            }
        }
        assertThat(owners).hasSize(ARTICLES.size());
    }

    @RepeatedTest(20)
    void changesNothingMore_whenItIsAppliedAgain(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            var address = anyAddress(random);
            CanonicalUrl.of(address)
                    .ifPresent(once ->
                            assertThat(CanonicalUrl.of(once)).as(address).contains(once));
        }
    }

    @RepeatedTest(20)
    void staysTheSame_howeverTheAddressIsTracked(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        for (var group : ARTICLES) {
            var canonical = group.getFirst();
            assertThat(CanonicalUrl.of(tracked(canonical, random))).contains(canonical);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/a?x=1&X=2, https://news.example/a?X=2&x=1",
        "https://news.example/a?gclids=1, https://news.example/a?gclids=1",
        "https://news.example/a?from=2022-01-05, https://news.example/a?from=2022-01-05",
        "http://news.example:8080/a, http://news.example:8080/a",
        "https://новости.example/мост, https://xn--b1amnebsh.example/%D0%BC%D0%BE%D1%81%D1%82",
        "https://news.example/two words?q=a|b, https://news.example/two%20words?q=a%7Cb",
        "https://news.example/100%?q=5%zz, https://news.example/100%25?q=5%25zz",
        "https://my_site.blogs.example/a[1], https://my_site.blogs.example/a%5B1%5D",
        "https://user:secret@news.example/a, https://news.example/a",
        "https://news.example/a/../b/./c, https://news.example/b/c",
        "https://news.example/../../a, https://news.example/a",
        "https://[2001:db8::1]/a, https://[2001:db8::1]/a",
        "https://news.google.com/rss/articles/CBMiXopaque, https://news.google.com/rss/articles/CBMiXopaque",
        "https://feedproxy.google.example/~r/courier/~3/xyz, https://feedproxy.google.example/~r/courier/~3/xyz"
    })
    void keepsWhatMayMeanAnotherArticle_andSpellsItNormally(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).contains(canonical);
    }

    @Test
    void readsTheAddressOutOfAnOlderGoogleNewsLink() {
        var address = "https://www.courier.example/news/2022/01/harbour-fire-" + "x".repeat(120) + "-17";
        var id = new byte[address.length() + 9];
        System.arraycopy(new byte[] {8, 19, 34, (byte) (address.length() & 0x7F | 0x80), 1}, 0, id, 0, 5);
        System.arraycopy(address.getBytes(StandardCharsets.US_ASCII), 0, id, 5, address.length());
        System.arraycopy(new byte[] {(byte) 0xD2, 1, 0}, 0, id, 5 + address.length(), 3);
        var link = "https://news.google.com/rss/articles/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(id) + "?oc=5";
        assertThat(CanonicalUrl.of(link)).isEqualTo(CanonicalUrl.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "mailto:a@b.example",
                "/a",
                "http:///a",
                "::",
                "data:text/html,x",
                "http://a b/c",
                "https://news.example:99999/",
                "ftp://news.example/a",
                "https://[::1/a",
                ""
            })
    void isNothing_whenItIsNoPage(String url) {
        assertThat(CanonicalUrl.of(url)).isEmpty();
        assertThat(CanonicalUrl.absolute(url, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a, https://news.example/feed/x.xml, https://news.example/a",
        "b?c=1, https://news.example/feed/x.xml, https://news.example/feed/b?c=1",
        "../новость#part, https://news.example:81/feed/x.xml, https://news.example:81/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C#part",
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
        assertThat(CanonicalUrl.absolute("a", "file:///tmp/feed.xml")).isEmpty();
        assertThat(CanonicalUrl.absolute("https://news.example/" + "a".repeat(5_000), null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/news/bridge-17, https://news.example/news/bridge-17",
        "https://amp.news.example/news/bridge-17/amp, https://news.example/news/bridge-17",
        "https://other.example/news/bridge-17, https://news.example/n/17",
        "https://news.example/, https://news.example/n/17",
        "https://news.example/n, https://news.example/n/17",
        "https://two.blogspot.com/a, https://news.example/n/17",
        "javascript:void(0), https://news.example/n/17",
        ", https://news.example/n/17"
    })
    void believesAPagesOwnCanonicalLink_withinItsSiteOnly(String link, String canonical) {
        assertThat(CanonicalUrl.declared("https://www.news.example/n/17?utm_source=x", link))
                .contains(canonical);
    }

    @Test
    void tellsApartWhoAnswersForAHost() {
        assertThat(Site.of("a.b.news.co.uk")).isEqualTo("news.co.uk");
        assertThat(Site.of("a.news.com.kz")).isEqualTo("news.com.kz");
        assertThat(Site.of("one.blogspot.com")).isEqualTo("one.blogspot.com");
        assertThat(Site.of("www.news.example")).isEqualTo("news.example");
    }

    @Test
    void knowsAFrontPage() {
        assertThat(CanonicalUrl.namesOnePage("https://news.example/")).isFalse();
        assertThat(CanonicalUrl.namesOnePage("https://news.example/?p=7")).isTrue();
        assertThat(CanonicalUrl.namesOnePage("https://news.example/a")).isTrue();
    }

    @Test
    void namesTheHostWithoutItsForms() {
        assertThat(CanonicalUrl.host("https://WWW.News.example:8080/a")).contains("news.example");
        assertThat(CanonicalUrl.host("https://m.news.example/")).contains("news.example");
        assertThat(CanonicalUrl.host("https://en.m.wiki.example/")).contains("en.wiki.example");
        assertThat(CanonicalUrl.host("https://m.example/")).contains("m.example");
        assertThat(CanonicalUrl.host("file:///tmp/feed.xml")).isEmpty();
    }

    @Test
    void hasAReasonForEachFamilyOfParameters() {
        assertThat(TrackingParameters.FAMILIES).allSatisfy(f -> {
            assertThat(f.reason()).isNotBlank();
            assertThat(f.names()).allMatch(n -> n.matches("[a-z0-9_-]{2,}\\*?"));
        });
    }

    private static String tracked(String canonical, Random random) {
        var family = TrackingParameters.FAMILIES.get(random.nextInt(TrackingParameters.FAMILIES.size()));
        var name = family.names().get(random.nextInt(family.names().size())).replace("*", "x" + random.nextInt(9));
        var fragment = canonical.contains("#") ? canonical.substring(canonical.indexOf('#')) : "#top";
        var address = canonical.replaceAll("#.*", "");
        var glue = address.contains("?") ? "&" : "?";
        var scheme =
                random.nextBoolean() || address.contains(":8443") ? address : address.replaceFirst("^https", "HTTP");
        return scheme + glue + (random.nextBoolean() ? name : name.toUpperCase(java.util.Locale.ROOT)) + "=a%2fb"
                + fragment;
    }

    /** Pieces that the rules look for, put together without sense. */
    private static String anyAddress(Random random) {
        var pieces = List.of(
                "/",
                "a",
                "-1",
                "/amp",
                "/amp/",
                ".amp.html",
                "..",
                "/./",
                "%41",
                "%2f",
                "%",
                "%D0%BC",
                "й",
                "?",
                "&",
                "=",
                "amp=1",
                "utm_source=x",
                "from=rss",
                "id=7",
                "#",
                "!",
                ";jsessionid=1",
                "//",
                " ",
                "url=https://b.example/x",
                "\\",
                "|",
                "[",
                "+",
                "\ud83d",
                "e\u0301");
        var hosts = List.of(
                "news.example",
                "m.news.example",
                "www.m.news.example:443",
                "en.m.wiki.example",
                "x-y.cdn.ampproject.org",
                "www.google.com",
                "news.google.com",
                "yandex.ru",
                "НОВОСТИ.example",
                "a.turbopages.org",
                "[::1]:80");
        var address = new StringBuilder(random.nextBoolean() ? "https://" : "http://");
        address.append(hosts.get(random.nextInt(hosts.size()))).append('/');
        if (random.nextInt(4) == 0) {
            address.append(List.of(
                            "c/s/m.b.example/a-1",
                            "amp/s/b.example/a-1/amp",
                            "url?q=http%3A%2F%2Fb.example%2F1",
                            "turbo/s/b.example/a-1")
                    .get(random.nextInt(4)));
        }
        for (int i = random.nextInt(10); i > 0; i--) {
            address.append(pieces.get(random.nextInt(pieces.size())));
        }
        return address.toString();
    }

    private static List<List<String>> groups() {
        try (var in = CanonicalUrlTest.class.getResourceAsStream("/addresses/one-article-in-many-spellings.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(Arrays.stream(text.split("\n\n+"))
                    .map(g -> g.lines()
                            .filter(l -> !l.startsWith("# ") && !l.isBlank())
                            .collect(Collectors.toList()))
                    .filter(g -> !g.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
