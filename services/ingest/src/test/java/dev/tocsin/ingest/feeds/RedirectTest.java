package dev.tocsin.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
    private static final URI FROM = URI.create("https://courier.example/a/rss?x=1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feed|https://courier.example/feed",
                "feed?y=2|https://courier.example/a/feed?y=2",
                "?y=2|https://courier.example/a/?y=2",
                "//other.example|https://other.example/",
                "HTTP://Other.Example/Feed#top|http://other.example/Feed",
                "/a b/ü?q=ж|https://courier.example/a%20b/%C3%BC?q=%D0%B6",
                "/a[1]?b[]=2|https://courier.example/a%5B1%5D?b%5B%5D=2",
                "https://новости.example/лента|https://xn--b1amnebsh.example/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0",
                "http://[2001:db8::1]:8080/|http://[2001:db8::1]:8080/",
                "/100%25|https://courier.example/100%25"
            })
    void readsWhereItLeads(String location, String to) {
        assertThat(Redirect.next(FROM, location)).hasToString(to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file:///etc/passwd|scheme file",
                "ftp://other.example/|scheme ftp",
                "gopher://other.example/|scheme gopher",
                "javascript:alert(1)|scheme javascript",
                "data:text/xml,x|scheme data",
                "jar:http://other.example/x!/|scheme jar",
                "http:///nowhere|host",
                "https://user:pw@other.example/|user name",
                "http://oth er.example/|host",
                "http://[::1%25eth0/|no address"
            })
    void refusesWhatIsNowhereToGo(String location, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Redirect.next(FROM, location))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"3000"})
    void refusesWhatIsTooLong(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Redirect.next(FROM, "/" + "x".repeat(length)))
                .withMessageContaining("3001 characters");
    }
}
