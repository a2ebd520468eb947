package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {
    private static final URI HOME = URI.create("https://courier.example/rss");
    private static final FeedAccess ACCESS = new FeedAccess(Map.of("X-Key", "k1"), "user", "пароль", "a=b", null);

    @Test
    void tellsTheFeedsOwnHost() {
        assertThat(Secrecy.headers(ACCESS, HOME, URI.create("https://courier.example/other")))
                .containsOnly(
                        Map.entry("X-Key", "k1"),
                        Map.entry("Authorization", "Basic dXNlcjrQv9Cw0YDQvtC70Yw="),
                        Map.entry("Cookie", "a=b"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://courier.example/rss, https://other.example/rss",
        "https://courier.example/rss, https://www.courier.example/rss",
        "https://courier.example/rss, http://courier.example/rss",
        "https://courier.example/rss, https://courier.example:8443/rss",
        "http://courier.example:8080/rss, https://courier.example/rss",
        "http://courier.example/rss, https://courier.example:8443/rss"
    })
    void tellsNobodyElse(URI home, URI hop) {
        assertThat(Secrecy.headers(ACCESS, home, hop)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://courier.example/rss, https://courier.example/rss",
        "http://courier.example/rss, http://COURIER.example:80/x",
        "https://courier.example:8443/rss, https://courier.example:8443/x"
    })
    void isAtHome_wherePrivacyIsNoLess(URI home, URI hop) {
        assertThat(Secrecy.headers(ACCESS, home, hop)).hasSize(3);
    }

    @Test
    void writesNoHeaderThatIsOursToWrite_andNoneThatSmugglesAnother() {
        var odd = new FeedAccess(
                Map.of("Host", "x", "Content-Length", "0", "Bad Name", "x", "X-Two", "a\r\nX-Three: b"),
                null,
                null,
                null,
                null);
        assertThat(Secrecy.headers(odd, HOME, HOME)).containsOnly(Map.entry("X-Two", "a  X-Three: b"));
    }
}
