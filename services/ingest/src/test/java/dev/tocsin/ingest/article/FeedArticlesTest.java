package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Media;
import dev.tocsin.contracts.Source;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.ShortHash;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.parse.FeedFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedArticlesTest {
    private static final Instant NOW = Instant.parse("2022-01-07T08:00:00Z");
    private static final FeedAddress ADDRESS = FeedAddress.ofWeb("https://feeds.courier.example/rss.xml");

    @Test
    void makesAWholeArticleOfAWholeItem() {
        var article = only("rss-whole.xml");
        assertThat(article.id()).isEqualTo(ShortHash.of("https://courier.example/news/dockers"));
        assertThat(article.revision()).isEqualTo(1);
        assertThat(article.url()).isEqualTo("https://www.courier.example/news/dockers?utm_source=rss#top");
        assertThat(article.canonicalUrl()).isEqualTo("https://courier.example/news/dockers");
        assertThat(article.externalId()).isEqualTo("courier-17");
        assertThat(article.title()).isEqualTo("Dockers of Port Vell & Sons walk out");
        assertThat(article.text()).isEqualTo("Cranes stand still.\nNobody was hurt,\nthe union says.");
        assertThat(article.summary()).isEqualTo("Cranes stand still.");
        assertThat(article.author()).isEqualTo("Ada Quill");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2022-01-06T19:00:00Z"));
        assertThat(article.fetchedAt()).isEqualTo(NOW);
        assertThat(article.feed()).isEqualTo(ADDRESS.id());
        assertThat(article.source()).isEqualTo(new Source("courier.example", "Valley Courier", null, null));
        assertThat(article.media())
                .containsExactly(new Media("https://cdn.courier.example/dock.jpg", "image/jpeg", null));
        assertThat(article.declaredLanguage()).isEqualTo("en-GB");
        assertThat(article.replay()).isFalse();
    }

    @Test
    void survives_whenAnItemHasOnlyText() {
        var article = only("item-with-text-only.xml");
        assertThat(article.text()).isEqualTo("The bridge is closed.");
        assertThat(article.title()).isNull();
        assertThat(article.publishedAt()).isNull();
        assertThat(article.externalId()).isNull();
        assertThat(article.url()).isNull();
        assertThat(article.summary()).isNull();
        assertThat(article.id()).isEqualTo(ShortHash.of(ADDRESS.id(), "", "The bridge is closed."));
    }

    @Test
    void dropsOnlyItemsThatSayNothing() {
        assertThat(articles("item-with-nothing.xml"))
                .extracting(FetchedArticle::title)
                .containsExactly("One that counts");
    }

    @Test
    void hasNoDate_whenTheDateCannotBe() {
        assertThat(articles("dates-that-cannot-be.xml")).hasSize(3).allMatch(a -> a.publishedAt() == null);
    }

    @Test
    void yieldsPlainTextOnly_whenHtmlIsHostile() {
        var article = only("hostile-html.xml");
        assertThat(article.title()).isEqualTo("Fire downtown");
        assertThat(article.text()).isEqualTo("Smoke over the quay.\nTwo hurt");
        assertThat(article.url()).isNull();
        assertThat(article.id()).isEqualTo(ShortHash.of(ADDRESS.id(), "h1"));
    }

    @Test
    void keepsTheLinesOfAPlainDescription() {
        assertThat(only("plain-description-with-lines.xml").text())
                .isEqualTo("First line.\nSecond & line.\nThird line.");
    }

    @Test
    void tellsArticlesApart_whenAllLinkToTheFrontPageOrToOneLivePage() {
        assertThat(articles("links-to-the-front-page.xml"))
                .extracting(FetchedArticle::id)
                .containsExactly(ShortHash.of(ADDRESS.id(), "f1"), ShortHash.of(ADDRESS.id(), "f2"));
        assertThat(articles("links-to-one-live-page.xml"))
                .extracting(FetchedArticle::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheOtherSource_whenTheItemDoes() {
        var desk = new SourceOverride("courier", "The Courier", "GB", "B");
        assertThat(only("item-of-another-source.xml", desk).source())
                .isEqualTo(new Source("wire.example", "Distant Wire", null, null));
    }

    @Test
    void believesTheDeskAboutASource() {
        var desk = new SourceOverride(null, "The Courier", "GB", "B");
        assertThat(only("rss-whole.xml", desk).source())
                .isEqualTo(new Source("courier.example", "The Courier", "GB", "B"));
    }

    @Test
    void namesTheSourceByTheFeedsHost_whenTheFeedNamesNoSite() {
        var article = only("channel-without-title-and-link.xml");
        assertThat(article.source())
                .isEqualTo(new Source("feeds.courier.example", "feeds.courier.example", null, null));
    }

    @Test
    void takesOnlyMediaWithAnAddressOfTheWeb() {
        assertThat(only("media-rss.xml").media())
                .extracting(Media::url)
                .containsExactlyInAnyOrder("https://cdn.courier.example/a.mp4", "https://www.courier.example/a.jpg");
    }

    @Test
    void readsAtom_withRelativeLinks() {
        var first = articles("atom.xml").getFirst();
        assertThat(first.url()).isEqualTo("https://gazzetta.example/notizie/1");
        assertThat(first.title()).isEqualTo("Use <b> with care");
        assertThat(first.text()).isEqualTo("Primo.\nSecondo.");
        assertThat(first.summary()).isEqualTo("In breve");
        assertThat(articles("atom.xml").get(1).title()).isEqualTo("Pioggia & vento");
    }

    @Test
    void cutsLongTexts() {
        var feed = new Feed(ADDRESS, FeedSettings.CONFIGURED, FeedStatus.unknown(NOW), NOW);
        var article = new FeedArticles(feed, FeedFile.readable("rss-whole.xml"), new Limits(10), NOW)
                .stream().findFirst().orElseThrow();
        assertThat(article.text()).isEqualTo("Cranes sta");
    }

    private static FetchedArticle only(String file) {
        return only(file, SourceOverride.NONE);
    }

    private static FetchedArticle only(String file, SourceOverride desk) {
        var all = articles(file, desk);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<FetchedArticle> articles(String file) {
        return articles(file, SourceOverride.NONE);
    }

    private static List<FetchedArticle> articles(String file, SourceOverride desk) {
        var feed = new Feed(ADDRESS, FeedSettings.STANDARD.withSource(desk), FeedStatus.unknown(NOW), NOW);
        return new FeedArticles(feed, FeedFile.readable(file), new Limits(200_000), NOW)
                .stream().toList();
    }
}
