package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    @Test
    void readsAllThatAnItemSays() {
        var feed = FeedFile.readable("rss-whole.xml");
        assertThat(feed.title()).isEqualTo("Valley Courier");
        assertThat(feed.link()).isEqualTo("https://www.courier.example/");
        assertThat(feed.language()).isEqualTo("en-gb");
        var item = feed.items().getFirst();
        assertThat(item.guid()).isEqualTo("courier-17");
        assertThat(item.author()).isEqualTo("Ada Quill");
        assertThat(item.published()).isEqualTo(Instant.parse("2022-01-06T19:00:00Z"));
        assertThat(item.content().value()).contains("<p>Cranes").contains("union says");
        assertThat(item.summary().value()).isEqualTo("Cranes stand still.");
        assertThat(item.media())
                .containsExactly(new RawItem.RawMedia("https://cdn.courier.example/dock.jpg", "image/jpeg", null));
    }

    @Test
    void inventsNothing_whenAnItemSaysNothing() {
        var item = FeedFile.readable("item-with-text-only.xml").items().getFirst();
        assertThat(item.guid()).isNull();
        assertThat(item.link()).isNull();
        assertThat(item.published()).isNull();
        assertThat(item.title().isBlank()).isTrue();
    }

    @Test
    void leavesTheDateUnknown_whenOnlyTheFeedHasOne() {
        assertThat(FeedFile.readable("date-of-the-feed-only.xml")
                        .items()
                        .getFirst()
                        .published())
                .isNull();
    }

    @Test
    void readsAtom() {
        var feed = FeedFile.readable("atom.xml");
        var first = feed.items().getFirst();
        assertThat(first.title()).isEqualTo(new Markup("Use <b> with care", false));
        assertThat(first.content().html()).isTrue();
        assertThat(first.content().value()).contains("Primo.").contains("Secondo.");
        assertThat(first.author()).isEqualTo("Bruno Penna");
        assertThat(first.published()).isEqualTo(Instant.parse("2022-01-06T17:30:00Z"));
        var second = feed.items().get(1);
        assertThat(second.title()).isEqualTo(new Markup("<i>Pioggia</i> &amp; vento", true));
        assertThat(second.published()).isEqualTo(Instant.parse("2022-01-05T10:00:00Z"));
    }

    @Test
    void readsRdf() {
        var item = FeedFile.readable("rdf.xml").items().getFirst();
        assertThat(item.guid()).isEqualTo("https://old.example/1");
        assertThat(item.published()).isEqualTo(Instant.parse("2022-01-06T20:00:00Z"));
        assertThat(item.language()).isEqualTo("kk");
    }

    @Test
    void readsMediaRssAndGroups() {
        var media = FeedFile.readable("media-rss.xml").items().getFirst().media();
        assertThat(media)
                .contains(new RawItem.RawMedia("https://cdn.courier.example/a.mp4", "video/mp4", "Film"))
                .contains(new RawItem.RawMedia("/a.jpg", "image/*", null));
    }

    @Test
    void readsTheSourceThatAnItemNames() {
        assertThat(FeedFile.readable("item-of-another-source.xml")
                        .items()
                        .getFirst()
                        .source())
                .isEqualTo(new RawItem.RawSource("https://wire.example/feed.xml", "Distant Wire"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251.xml, Мост закрыт",
        "utf-16.xml, Мост закрыт",
        "html-entities-in-xml.xml, Caf\u00E9\u00A0closed",
        "blank-lines-before-the-xml.xml, Late start",
        "control-characters.xml, 'Bell  rings'"
    })
    void readsWhatIsOddButClear(String file, String title) {
        assertThat(FeedFile.readable(file).items().getFirst().title().value()).isEqualTo(title);
    }

    @Test
    void takesTheEncodingOfTheAnswer_whenTheXmlNamesNone() {
        var xml = "<rss version='2.0'><channel><title>Мост</title><link>https://x.example/</link></channel></rss>";
        var bytes = xml.getBytes(Charset.forName("windows-1251"));
        assertThat(FeedParser.parse(bytes, "application/rss+xml; charset=windows-1251"))
                .isInstanceOfSatisfying(
                        Readable.class, f -> assertThat(f.title()).isEqualTo("Мост"));
    }

    @Test
    void isAFeedWithoutItems_whenItHasNone() {
        assertThat(FeedFile.readable("no-items.xml").items()).isEmpty();
    }

    @Test
    void readsAsFarAsItGoes_whenTheFeedIsCutOff() {
        var feed = FeedFile.readable("cut-off.xml");
        assertThat(feed.forgiven()).contains("truncated");
        assertThat(feed.items().getFirst().title().value()).isEqualTo("Whole");
    }

    @Test
    void isAJsonFeedWithoutItems_whenItHasNone() {
        assertThat(FeedFile.readable("json.json").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "xxe.xml, DTD, external entity 'secret'",
        "billion-laughs.xml, DTD, grows without measure",
        "html-page.html, NOT_A_FEED, HTML page",
        "xhtml-page.html, NOT_A_FEED, HTML page",
        "other-xml.xml, NOT_A_FEED, neither RSS nor Atom",
        "empty.xml, NOT_A_FEED, empty"
    })
    void saysWhatIsWrong(String file, Failure failure, String reason) {
        assertThat(FeedParser.parse(FeedFile.bytes(file), null)).isInstanceOfSatisfying(Unreadable.class, u -> {
            assertThat(u.failure()).isEqualTo(failure);
            assertThat(u.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 100_000})
    void refusesXml_whenItIsNestedWithoutEnd(int depth) {
        var xml = "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title><entry><content type='xhtml'>"
                + "<div>".repeat(depth) + "</div>".repeat(depth) + "</content></entry></feed>";
        assertThat(FeedParser.parse(xml.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOfSatisfying(
                        Unreadable.class, u -> assertThat(u.failure()).isEqualTo(Failure.BROKEN_XML));
    }

    @Test
    void keepsWhatWasRead_whenTheRestIsTooMuch() {
        var xml = "<rss><channel><item><title>One</title></item><item>" + "<a>".repeat(300);
        assertThat(FeedParser.parse(xml.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOfSatisfying(Readable.class, f -> {
                    assertThat(f.items()).hasSize(1);
                    assertThat(f.forgiven()).contains("too-large-to-read-on");
                });
    }

    @Test
    void resolvesLinksAgainstTheSite_whenTheAddressOfTheFeedIsKnown() {
        var xml = "<rss><channel><link>/news/</link><item><link>a.html</link></item></channel></rss>";
        assertThat(FeedParser.parse(xml.getBytes(StandardCharsets.UTF_8), null, "https://www.courier.example/x/rss"))
                .isInstanceOfSatisfying(Readable.class, f -> {
                    assertThat(f.link()).isEqualTo("https://www.courier.example/news/");
                    assertThat(f.items().getFirst().link()).isEqualTo("https://www.courier.example/news/a.html");
                });
    }

    @Test
    void makesNoLinkOfAGuidThatIsNoAddress_whenTheAddressOfTheFeedIsKnown() {
        var xml = "<rss><channel><item><guid>a17</guid></item></channel></rss>".getBytes(StandardCharsets.UTF_8);
        assertThat(FeedParser.parse(xml, null, "https://www.courier.example/rss"))
                .isInstanceOfSatisfying(
                        Readable.class,
                        f -> assertThat(f.items().getFirst().link()).isNull());
    }

    @Test
    void takesNoMoreItemsThanALimit() {
        var xml = "<rss><channel>" + "<item/>".repeat(ParseLimits.ITEMS + 5) + "</channel></rss>";
        assertThat(FeedParser.parse(xml.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOfSatisfying(Readable.class, f -> {
                    assertThat(f.items()).hasSize(ParseLimits.ITEMS);
                    assertThat(f.forgiven()).containsExactly("too-many-items");
                });
    }

    @Test
    void tellsTheSchedulerWhatTheFeedWishes() {
        var hints = FeedFile.readable("wishes-of-the-publisher.xml").hints();
        assertThat(hints.ttl()).isEqualTo(Duration.ofMinutes(45));
        assertThat(hints.skipHours()).containsExactlyInAnyOrder(0, 3);
        assertThat(hints.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(hints.updateEvery()).isEqualTo(Duration.ofMinutes(30));
        assertThat(hints.hubs()).containsExactly("https://hub.example/", "https://second.example/hub");
        assertThat(hints.self()).isEqualTo("https://www.courier.example/rss.xml");
        assertThat(hints.updated()).isEqualTo(Instant.parse("2022-01-06T20:00:00Z"));
    }
}
