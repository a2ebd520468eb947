package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.FeedLinks.FeedLink;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedLinksTest {
    private static final String PAGE = "https://www.courier.example/news/index.html";

    private static List<String> urls(String html) {
        return FeedLinks.of(html, PAGE).stream().map(FeedLink::url).toList();
    }

    @Test
    void findsWhatThePageDeclares_inItsOrder() {
        var html =
                """
                <html><head><link rel="stylesheet" href="/x.css">
                <link rel="alternate" type="application/rss+xml" title="All" href="/rss.xml">
                <link rel='alternate home' type='application/atom+xml' href='atom'>
                <link rel=ALTERNATE type="application/feed+json; charset=utf-8" href="//cdn.courier.example/feed.json">
                <link rel="alternate" hreflang="fr" href="/fr/"><link rel="alternate" type="application/pdf" href="x.pdf">""";
        assertThat(FeedLinks.of(html, PAGE))
                .containsExactly(
                        new FeedLink("https://www.courier.example/rss.xml", "All"),
                        new FeedLink("https://www.courier.example/news/atom", null),
                        new FeedLink("https://cdn.courier.example/feed.json", null));
    }

    @Test
    void putsFeedsOfCommentsLast() {
        assertThat(
                        urls(
                                """
                                <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
                                <link rel="alternate" type="application/rss+xml" title="News" href="/feed/">"""))
                .containsExactly("https://www.courier.example/feed/", "https://www.courier.example/comments/feed/");
    }

    @Test
    void findsAnchors_whenNothingIsDeclared() {
        assertThat(
                        urls(
                                """
                                <a href="/about">About</a><a href="https://other.example/rss">Theirs</a>
                                <a href="/subscribe">Our RSS</a><a href="/rss/world">World</a><a href="?feed=rss2">All</a>
                                <a href="/rssenberg">Town</a><a href="/feeding-cats">Cats</a>"""))
                .containsExactly(
                        "https://www.courier.example/rss/world",
                        "https://www.courier.example/news/index.html?feed=rss2",
                        "https://other.example/rss",
                        "https://www.courier.example/subscribe");
    }

    @Test
    void resolvesAgainstTheBaseOfThePage() {
        assertThat(
                        urls(
                                "<base href='https://base.example/a/b'><link rel=alternate type=application/rss+xml href=c.xml>"))
                .containsExactly("https://base.example/a/c.xml");
    }

    @Test
    void readsFeedAddresses_whenTheySpellTheirOwnScheme() {
        assertThat(urls("<a type='application/rss+xml' href='feed://courier.example/x'>x</a>"
                        + "<a type='application/rss+xml' href='feed:https://courier.example/y'>y</a>"))
                .containsExactly("http://courier.example/x", "https://courier.example/y");
    }

    @Test
    void refusesWhatIsNoAddressOfTheWeb() {
        assertThat(urls("<a href='javascript:rss()'>RSS</a><a href='file:///etc/feed.xml'>feed</a>"
                        + "<a href='mailto:a@b.example'>feed</a><a href='#rss'>rss</a>"))
                .isEmpty();
    }

    @Test
    void namesEachFeedOnce_andNotWithoutEnd() {
        var html = "<link rel=alternate type=application/rss+xml href=/a><a href=/a>RSS</a>"
                + "<a href='/rss?n=%d'>x</a>".repeat(200);
        assertThat(urls(html)).containsExactly("https://www.courier.example/a", "https://www.courier.example/rss?n=%d");
        var many = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            many.append("<a href='/").append(i).append("/rss'>x</a>");
        }
        assertThat(urls(many.toString())).hasSize(20);
    }
}
