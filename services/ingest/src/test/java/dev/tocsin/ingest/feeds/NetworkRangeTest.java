package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "192.168.4.0/23, 192.168.5.9, true",
        "192.168.4.0/23, 192.168.6.9, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fc12::1, false",
        "::/0, 10.0.0.1, false",
        "2001:db8:8000::/33, 2001:db8:8001::, true",
        "2001:db8:8000::/33, 2001:db8:7fff::, false"
    })
    void containsWhatBeginsAsItDoes(String range, String address, boolean contains) {
        assertThat(NetworkRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "inside.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.256/8", "fd00::/129"})
    void refusesWhatIsNoRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkRange.parse(text))
                .withMessageContaining("'" + text + "' is no range of addresses");
    }
}
