package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080, false, true",
        "127.0.0.1, LOCALHOST, false, true",
        "127.3.2.1, 127.0.0.1:8080, false, true",
        "::1, [::1]:8080, false, true",
        "0:0:0:0:0:0:0:1, localhost, false, true",
        // another site's name that leads here
        "127.0.0.1, rebound.example:8080, false, false",
        "127.0.0.1, localhost.rebound.example, false, false",
        "127.0.0.1, localhost@rebound.example, false, false",
        "127.0.0.1, , false, false",
        // a proxy that speaks for others
        "127.0.0.1, localhost:8080, true, false",
        "192.0.2.7, localhost:8080, false, false",
        "::ffff:192.0.2.7, localhost:8080, false, false",
        "loopback.example, localhost:8080, false, false",
        ", localhost:8080, false, false"
    })
    void isOwn_onlyWhenItWasTypedHere(String address, String authority, boolean forwarded, boolean own) {
        assertThat(Loopback.isOwn(address, authority, forwarded)).isEqualTo(own);
    }
}
