package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to the inside of a network that hostile feeds, servers and names try. None reaches it, and each has its reason. */
class HostileAddressesIT {
    private static final HostileWeb WEB = HostileWeb.patient();
    /** Stands where nobody may be led. */
    private static final RawServer INSIDE = new RawServer();

    @AfterAll
    static void close() {
        WEB.close();
        INSIDE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "127.255.255.254",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "0x7f.1",
                "127.0.0.1.",
                "localhost",
                "LocalHost.",
                "0",
                "0.0.0.0",
                "[::]",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[fd00:ec2::254]",
                "[fec0::1]",
                "[ff02::1]",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "①②⑦.⓪.⓪.①",
                "１２７.0.0.1",
                "127。0。0。1",
                "user@127.0.0.1",
                "public.example@127.0.0.1"
            })
    void reachesNothingInside_howeverItIsSpelled(String host) {
        int visits = INSIDE.visits();
        var refused = WEB.stranger("http://" + host + ":" + INSIDE.port() + "/inside");
        assertThat(refused.failure()).isIn(Failure.FORBIDDEN_ADDRESS, Failure.UNREACHABLE);
        assertThat(refused.reason()).isNotBlank();
        assertThat(INSIDE.visits()).isEqualTo(visits);
    }

    static Stream<Arguments> redirects() {
        var inside = "//127.0.0.1:" + INSIDE.port() + "/inside";
        return Stream.of(
                Arguments.of("http:" + inside, Failure.FORBIDDEN_ADDRESS, "not of the public Internet"),
                Arguments.of(inside, Failure.FORBIDDEN_ADDRESS, "not of the public Internet"),
                Arguments.of("http://localhost:" + INSIDE.port(), Failure.FORBIDDEN_ADDRESS, "not of the public"),
                Arguments.of(
                        "http://169.254.169.254/latest/meta-data/", Failure.FORBIDDEN_ADDRESS, "not of the public"),
                Arguments.of("http://[::ffff:7f00:1]:" + INSIDE.port(), Failure.FORBIDDEN_ADDRESS, "not of the public"),
                Arguments.of("file:///etc/passwd", Failure.REDIRECTS, "scheme file"),
                Arguments.of("ftp://127.0.0.1/x", Failure.REDIRECTS, "scheme ftp"),
                Arguments.of("gopher://127.0.0.1:6379/_FLUSHALL", Failure.REDIRECTS, "scheme gopher"),
                Arguments.of("jar:http://127.0.0.1/x!/y", Failure.REDIRECTS, "scheme jar"),
                Arguments.of("data:text/xml,<rss/>", Failure.REDIRECTS, "scheme data"),
                Arguments.of("http://admin:pw@127.0.0.1:" + INSIDE.port(), Failure.REDIRECTS, "user name"),
                Arguments.of("http://", Failure.REDIRECTS, "redirects lead nowhere"),
                Arguments.of("", Failure.REDIRECTS, "empty location"),
                Arguments.of("/" + "x".repeat(9_000), Failure.REDIRECTS, "9001 characters"));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void isLedNowhereInside_alsoWhenItsFeedIsTrusted(String location, Failure failure, String reason) {
        int visits = INSIDE.visits();
        var answer = RawServer.text("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n");
        refuses(WEB.server.at("/redirect", answer), failure, reason);
        assertThat(INSIDE.visits()).isEqualTo(visits);
    }

    @Test
    void isLedInNoCircle_andOnNoEndlessWay() {
        WEB.server.at("/ping", RawServer.text("HTTP/1.1 301 Moved\r\nLocation: /pong\r\n\r\n"));
        refuses(
                WEB.server.at("/pong", RawServer.text("HTTP/1.1 308 Moved\r\nLocation: /ping\r\n\r\n")),
                Failure.REDIRECTS,
                "in a circle");
        for (int i = 0; i < 9; i++) {
            WEB.server.at("/way" + i, RawServer.text("HTTP/1.1 302 Found\r\nLocation: /way" + (i + 1) + "\r\n\r\n"));
        }
        refuses("http://127.0.0.1:" + WEB.server.port() + "/way0", Failure.REDIRECTS, "more than 3");
        refuses(
                WEB.server.at("/lost", RawServer.text("HTTP/1.1 302 Found\r\n\r\n")),
                Failure.REDIRECTS,
                "names no location");
    }

    @Test
    void connectsToTheAddressThatItChecked_whenANameChangesItsMind() throws IOException {
        var questions = new AtomicInteger();
        DnsResolver fickle = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                // a public address for whoever checks first, and loopback for whoever connects then
                return new InetAddress[] {
                    InetAddress.ofLiteral(questions.getAndIncrement() == 0 ? "203.0.114.7" : "127.0.0.1")
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                throw new UnknownHostException(host);
            }
        };
        int visits = INSIDE.visits();
        var impatient = TestConfig.with(Map.of("fetch.connect-timeout", "200ms", "fetch.total-timeout", "400ms"));
        var web = new Web(impatient, fickle);
        var fetcher = new HttpFetcher(web, impatient, InstantSource.system());
        var address = "http://rebound.example:" + INSIDE.port() + "/inside";
        assertThat(HostileWeb.fetch(fetcher, address, FeedAccess.OPEN, false)).isInstanceOf(Failed.class);
        assertThat(questions).hasValue(1);
        var again = (Failed) HostileWeb.fetch(fetcher, address, FeedAccess.OPEN, false);
        assertThat(again.failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
        assertThat(INSIDE.visits()).isEqualTo(visits);
        web.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/", "http://localhost/", "http://metadata.google.internal/", "http://0x7f.1/"
            })
    void asksNoProxyForTheInsideEither(String address) {
        int visits = INSIDE.visits();
        var config = TestConfig.with(Map.of("fetch.proxy", "http://127.0.0.1:" + INSIDE.port()));
        var web = new Web(config);
        var fetcher = new HttpFetcher(web, config, InstantSource.system());
        var failed = (Failed) HostileWeb.fetch(fetcher, address, FeedAccess.OPEN, false);
        assertThat(failed.failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
        assertThat(INSIDE.visits()).isEqualTo(visits);
        web.close();
    }

    @Test
    void usesNoProxyInside_thatCameWithAStrangersFeed() {
        int visits = INSIDE.visits();
        var access = new FeedAccess(Map.of(), null, null, null, "http://127.0.0.1:" + INSIDE.port());
        assertThat(WEB.stranger("http://93.184.215.14/rss", access).failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
        assertThat(INSIDE.visits()).isEqualTo(visits);
    }

    private static void refuses(String address, Failure failure, String reason) {
        var failed = WEB.trusted(address);
        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(failed.reason()).contains(reason);
    }
}
