package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {
    private static final String URL = "https://news.example/a";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Ferry timetable approved by council - Norwick Courier | Ferry timetable approved by council
            Ferry timetable approved by council | Ferry timetable approved by council
            Ferry timetable – a long tale of two piers and one boat | Ferry timetable – a long tale of two piers and one boat
            Twenty-one boats for the island » Courier » News | Twenty-one boats for the island
            """)
    void cutsTheSiteOffATitle(String title, String expected) {
        assertThat(PageReader.read("<title>" + title + "</title>", URL).title()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            <meta name=author content='By Jon Tarrow'>; Jon Tarrow
            <meta name=author content='https://a.example/jon'><a rel=author href=/jon>Jon Tarrow</a>; Jon Tarrow
            <span itemprop=author><span itemprop=name>Jon Tarrow</span></span>; Jon Tarrow
            <script type='application/ld+json'>{"@type":"Article","author":"Jon Tarrow"}</script>; Jon Tarrow
            <script type='application/ld+json'>{"@type":"Article","author":{"name":["Jon Tarrow","Ida Brook"]}}</script>; Jon Tarrow, Ida Brook
            <script type='application/ld+json'>{"@type":"Article","author":{"name":"Jon &#38 Ida"}}</script>; Jon & Ida
            <link rel=author href=/humans.txt>;
            <meta name=author content='desk@news.example'>;
            """)
    void namesTheAuthor(String html, String author) {
        assertThat(PageReader.read(html, URL).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource({
        "<html lang=kk>, kk",
        "<html lang=en_us>, en-US",
        "<html xml:lang=ru>, ru",
        "'<html lang=\"\"><meta http-equiv=Content-Language content=\"it, en\">', it",
        "<meta property=og:locale content=uk_UA>, uk-UA",
        "<html lang='{{lang}}'>,"
    })
    void tellsTheLanguage(String html, String tag) {
        assertThat(PageReader.read(html, URL).language()).isEqualTo(tag);
    }

    @Test
    void gathersPicturesAndFilms_absoluteAndOnceEach() {
        var page = PageReader.read(
                "<meta property=og:image content=/a.jpg><meta name=twitter:image content=https://news.example/a.jpg>"
                        + "<meta property=og:video content=https://v.example/1><script type='application/ld+json'>"
                        + "{\"@type\":\"NewsArticle\",\"image\":[{\"url\":\"/b.jpg\"},\"javascript:alert(1)\"]}</script>",
                URL);
        assertThat(page.media())
                .containsExactly(
                        new Page.Media(Page.Media.Kind.IMAGE, "https://news.example/a.jpg"),
                        new Page.Media(Page.Media.Kind.IMAGE, "https://news.example/b.jpg"),
                        new Page.Media(Page.Media.Kind.VIDEO, "https://v.example/1"));
    }

    @Test
    void prefersTheFullestArticle_whenJsonLdHasSeveral() {
        var page = PageReader.read(
                "<script type='application/ld+json'>[{\"@type\":\"Article\",\"headline\":\"Teaser\"},"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Story\",\"datePublished\":\"2022-01-05T12:30:00Z\"}]</script>",
                URL);
        assertThat(page.title()).isEqualTo("Story");
    }

    @Test
    void knowsNothing_whenThePageSaysNothing() {
        assertThat(PageReader.read("<p>Hello there.</p>", ""))
                .extracting(
                        Page::title,
                        Page::published,
                        Page::updated,
                        Page::author,
                        Page::language,
                        Page::siteName,
                        Page::canonicalUrl,
                        Page::ampUrl,
                        Page::summary)
                .containsOnlyNulls();
    }

    @Test
    void takesTheCharsetOfTheHeader_whenItExists() {
        var html = "<title>Новый паром</title>".getBytes(Charset.forName("koi8-r"));
        assertThat(PageReader.read(html, "koi8-r", URL).title()).isEqualTo("Новый паром");
        assertThat(PageReader.read(
                                "<title>Новый паром</title>".getBytes(StandardCharsets.UTF_8), "no such charset", URL)
                        .title())
                .isEqualTo("Новый паром");
    }
}
