package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST.",
                "router",
                "a.localhost",
                "printer.local",
                "metadata.google.internal",
                "nas.home.arpa",
                "db.corp",
                "2130706433",
                "0x7f.1.",
                "017700000001"
            })
    void refusesWhatIsNeverPublic(String host) {
        assertThat(PublicName.is(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"courier.example", "www.Courier.co.uk.", "xn--b1amnebsh.example", "local.news.example"})
    void allowsWhatMayBe(String host) {
        assertThat(PublicName.is(host)).isTrue();
    }
}
