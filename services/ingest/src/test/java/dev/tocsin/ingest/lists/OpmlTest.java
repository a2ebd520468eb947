package dev.tocsin.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.SourceOverride;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpmlTest {
    private static final FeedForm FORM = new FeedForm(Duration.ofMinutes(1), Duration.ofHours(24));
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final int MANY = 10_000;

    @Test
    void readsBackWhatItWrote_butForTheSecrets() throws Exception {
        var secret = new FeedAccess(Map.of("X-Key", "k"), "u", "hush", null, null);
        var settings = new FeedSettings(
                "A \"B\" <c> & d\u0000\uFFFF\uD800",
                Duration.ofMinutes(20),
                new SourceOverride("a", "The A", "TJ", "C"),
                true,
                false,
                List.of("world/asia", "late", "world"),
                "zh-Hant",
                FullText.NEVER,
                secret);
        var out = write(List.of(
                feed("https://a.example/?a=1&b=2", settings), feed("https://plain.example/", FeedSettings.STANDARD)));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("hush").contains("Thu, 01 Jan 2026");

        var feeds = read(out.toByteArray());
        assertThat(feeds).hasSize(2);
        assertThat(feeds.getFirst().feed().settings())
                .isEqualTo(new FeedSettings(
                        "A \"B\" <c> & d",
                        settings.interval(),
                        settings.source(),
                        true,
                        false,
                        settings.tags(),
                        "zh-Hant",
                        FullText.NEVER,
                        FeedAccess.OPEN));
        assertThat(feeds.getLast().feed().settings()).isEqualTo(FeedSettings.STANDARD);
    }

    @Test
    void nestsFoldersAsTagsNest_andOpensEachOnce() throws Exception {
        var text = write(List.of(
                        tagged("https://a.example/", "x"),
                        tagged("https://b.example/", "x/y"),
                        tagged("https://c.example/", "x/y/z"),
                        tagged("https://d.example/", "x/w")))
                .toString(StandardCharsets.UTF_8);
        assertThat(text.split("<outline text=\"x\"", -1)).hasSize(2);
        assertThat(text.split("<outline text=\"y\"", -1)).hasSize(2);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(l -> l.feed().settings().tags())
                .containsExactly(List.of("x"), List.of("x/y"), List.of("x/y/z"), List.of("x/w"));
    }

    @Test
    void takesTenThousandFeeds_andNotOneMore() throws Exception {
        var feeds = IntStream.range(0, MANY)
                .mapToObj(i -> tagged("https://many.example/" + i, "t" + i / 100))
                .toList();
        var bytes = write(feeds).toByteArray();
        assertThat(read(bytes)).hasSize(MANY);
        assertThatExceptionOfType(BadListException.class)
                .isThrownBy(() -> OpmlReader.read(new ByteArrayInputStream(bytes), FORM, MANY - 1, entry -> {}))
                .withMessageContaining("more than 9999 feeds");
    }

    @Test
    void givesUpOnAnAttributeThatIsTooLong() {
        var long1 = "<opml><body><outline text='" + "x".repeat(100_000) + "' xmlUrl='https://a.example/'/>";
        assertThatExceptionOfType(BadListException.class)
                .isThrownBy(() -> read(long1.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("an attribute has 100000 characters");
    }

    @Test
    void readsWhatIsEndlessOnlyUntilItIsTooMuch() {
        InputStream head = new ByteArrayInputStream("<opml><body>".getBytes(StandardCharsets.UTF_8));
        var outline = "<outline xmlUrl='https://a.example/'/>".repeat(100).getBytes(StandardCharsets.UTF_8);
        var endless = new SequenceInputStream(Collections.enumeration(IntStream.range(0, 1_000)
                .<InputStream>mapToObj(i -> i == 0 ? head : new ByteArrayInputStream(outline))
                .toList()));
        assertThatExceptionOfType(BadListException.class)
                .isThrownBy(() -> OpmlReader.read(endless, FORM, 500, entry -> {}))
                .withMessageContaining("more than 500 feeds");
    }

    private static ByteArrayOutputStream write(List<Feed> feeds) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var opml = OpmlWriter.begin(out, NOW)) {
            for (var feed : feeds) {
                opml.write(feed);
            }
        }
        return out;
    }

    private static List<ListEntry.Listed> read(byte[] opml) throws BadListException {
        var found = new ListedFeeds();
        OpmlReader.read(new ByteArrayInputStream(opml), FORM, MANY, found);
        assertThat(found.refused()).isEmpty();
        return found.feeds();
    }

    private static Feed tagged(String url, String tag) {
        return feed(url, FeedSettings.STANDARD.withTags(List.of(tag)));
    }

    private static Feed feed(String url, FeedSettings settings) {
        return new Feed(FeedAddress.ofWeb(url), settings, FeedStatus.unknown(NOW), NOW);
    }
}
