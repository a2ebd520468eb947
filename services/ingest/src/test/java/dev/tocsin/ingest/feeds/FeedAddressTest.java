package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://News.Example/rss, https://news.example/rss",
        "HTTPS://news.example:443/rss#x, https://news.example/rss",
        "http://news.example, http://news.example/",
        "' http://news.example:8080/rss?a=1 ', http://news.example:8080/rss?a=1"
    })
    void spellsOneAddressOneWay(String given, String spelled) {
        assertThat(FeedAddress.ofWeb(given).uri()).hasToString(spelled);
    }

    @Test
    void hasOneIdEverywhere() {
        assertThat(FeedAddress.ofWeb("https://News.example/rss").id())
                .isEqualTo(FeedAddress.ofWeb("https://news.example:443/rss").id())
                .matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, http",
        "/etc/passwd, http",
        "ftp://news.example/rss, http",
        "https:///rss, 'url'",
        "https://user:pw@news.example/, password",
        "not an address, 'url'"
    })
    void refusesWhatNobodyMayAddOverHttp(String given, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedAddress.ofWeb(given))
                .withMessageContaining(reason);
    }

    @Test
    void refusesEndlessAddresses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedAddress.ofWeb("https://x.example/" + "a".repeat(3_000)))
                .withMessageContaining("at most 2048");
    }

    @Test
    void takesFilesFromTheConfiguration() {
        var folder = Path.of("/srv/tocsin");
        var file = FeedAddress.ofConfiguration("feeds/../sample.xml", folder);
        assertThat(file.isFile()).isTrue();
        assertThat(file.uri()).hasToString("file:///srv/tocsin/sample.xml");
        assertThat(FeedAddress.ofConfiguration("file:///srv/tocsin/sample.xml", folder))
                .isEqualTo(file);
        assertThat(FeedAddress.ofConfiguration("https://News.example/rss", folder)
                        .isFile())
                .isFalse();
    }
}
