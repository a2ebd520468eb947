package dev.tocsin.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedSettings;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedListFileTest {
    private static final FeedForm FORM = new FeedForm(Duration.ofMinutes(1), Duration.ofHours(24));
    private static final int LANGUAGES = 10;

    @Test
    void readsEveryKeyOfAYamlList() throws Exception {
        var feeds = FeedListFile.read(file("whole.yaml"), FORM);
        assertThat(feeds).hasSize(2);
        var settings = feeds.getFirst().settings();
        assertThat(settings.title()).isEqualTo("Courier");
        assertThat(settings.source().country()).isEqualTo("KZ");
        assertThat(settings.source().reliability()).isEqualTo("B");
        assertThat(settings.tags()).containsExactly("asia/central", "wire");
        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.configured()).isFalse();
        assertThat(feeds.getLast().settings()).isEqualTo(FeedSettings.STANDARD);
    }

    @Test
    void givesAFeedOfTwoFoldersTheTagsOfBoth() throws Exception {
        var feeds = FeedListFile.read(file("nested-folders.opml"), FORM);
        assertThat(feeds)
                .extracting(f -> f.address().uri().toString())
                .containsExactly("https://steppe.example/rss", "https://title.example/", "https://bare.example/");
        assertThat(feeds.getFirst().settings().tags())
                .containsExactly("World/Asia East and more", "wire", "late/night", "Elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the-same-twice.yaml|line 3, feed 'https://A.example:443/': 'url' is the same as in line 2",
                "key-misspelt.yaml|line 2, feed 'https://a.example/': 'titel' is no key of a feed; there are url,",
                "list-without-a-name.yaml|'found' is 'nowhere', which 'lists' does not name",
                "address-without-a-key.yaml|line 2, feed '': it has no keys: begin with '- url:'",
                "other-top-key.yaml|line 1: 'feed' is no key of a list; there are lists and feeds",
                "wrong-indentation.yaml|line 3: it is not YAML",
                "key-twice.yaml|line 3: it is not YAML",
                "anchors.yaml|line 1: 'a' is no key of a list",
                "empty.yaml|line 1: expected the key 'feeds'",
                "no-feeds.yaml|it names no feed",
                "two-documents.yaml|a second document begins",
                "some-outlines-are-wrong.opml|line 3, feed 'Local': 'url' is 'file:///etc/passwd'",
                "some-outlines-are-wrong.opml|(and 3 more)",
                "entity-bomb.opml|line 2: it has a DOCTYPE",
                "external-entity.opml|line 2: it has a DOCTYPE",
                "undeclared-entity.opml|line 2: it is no well-formed XML",
                "unescaped-ampersand.opml|line 3: it is no well-formed XML",
                "cut-off.opml|it is no well-formed XML",
                "rss-not-opml.opml|line 1: it begins with <rss>, expected <opml>",
                "nested-too-deep.opml|line 1: it is nested deeper than 40 elements",
                "gone.yaml|there is no such file"
            })
    void refusesTheWholeFile_withItsNameTheLineAndTheReason(String name, String reason) throws Exception {
        assertThatExceptionOfType(BadListException.class)
                .isThrownBy(() -> FeedListFile.read(file(name), FORM))
                .withMessageContaining(name + ": ")
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({"utf-16.opml,https://wide.example/", "byte-order-mark.opml,https://marked.example/"})
    void knowsOpmlByItsFirstCharacter_inAnyEncoding(String name, String url) throws Exception {
        assertThat(FeedListFile.read(file(name), FORM))
                .extracting(f -> f.address().uri().toString())
                .containsExactly(url);
    }

    @Test
    void findsTheListWeShipInOrder() throws Exception {
        var shipped = Path.of(System.getProperty("tocsin.root"), "deploy/feeds.yaml");
        var text = Files.readString(shipped);
        var feeds = FeedListFile.read(shipped, FORM);
        assertThat(feeds).hasSizeBetween(50, 80);
        assertThat(feeds).allSatisfy(f -> {
            assertThat(f.settings().title()).isNotNull();
            assertThat(f.settings().tags()).isNotEmpty();
            // nobody is graded but by the desk, and nothing needs a secret
            assertThat(f.settings().source().reliability()).isNull();
            assertThat(f.settings().access().toString()).contains("headers=[], user=false");
        });
        assertThat(feeds.stream()
                        .map(f -> f.settings().language())
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(LANGUAGES);
        assertThat(text.lines().filter(l -> l.startsWith("    found: "))).hasSize(feeds.size());
        assertThat(text.lines().filter(l -> l.equals("    polled: not-yet-from-here")))
                .hasSize(feeds.size());
    }

    private static Path file(String name) throws URISyntaxException {
        var known = FeedListFileTest.class.getResource("/lists/" + name);
        return known == null ? Path.of("nowhere", name) : Path.of(known.toURI());
    }
}
