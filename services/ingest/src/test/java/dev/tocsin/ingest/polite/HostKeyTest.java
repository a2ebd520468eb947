package dev.tocsin.ingest.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostKeyTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.courier.com/rss, courier.com",
        "https://feeds.eu.courier.com:8443/rss, courier.com",
        "https://WWW.COURIER.COM./rss, courier.com",
        "https://news.courier.co.uk/, courier.co.uk",
        "https://one.blogspot.com/, one.blogspot.com",
        "https://com/, com",
        "https://192.0.2.7/rss, 192.0.2.7",
        "https://[2001:db8::1]:8080/rss, [2001:db8::1]",
        "http://localhost:8080/, localhost"
    })
    void isTheRegistrableDomain_orTheAddress(String address, String host) {
        assertThat(HostKey.of(URI.create(address))).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"file:///tmp/feed.xml", "urn:x:y"})
    void isEmpty_whereThereIsNoHost(String address) {
        assertThat(HostKey.of(URI.create(address))).isEmpty();
    }
}
