package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.coding.BodyRooms;
import dev.tocsin.ingest.coding.Packed;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FeedAccess;
import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.FetchOutcome;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import dev.tocsin.ingest.feeds.Validators;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile servers, feeds and addresses try. Each is refused with its reason, and memory stays as it was. */
class HostileInputsIT {
    private static final int MOST = 256 * 1024;
    private static final long FLAT = 6L * 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private static final RawServer SERVER = new RawServer();
    /** Stands where nobody may be led. */
    private static final RawServer INSIDE = new RawServer();

    private static final IngestConfig CONFIG = TestConfig.with(Map.of(
            "fetch.max-size", String.valueOf(MOST),
            "fetch.read-timeout", "400ms",
            "fetch.total-timeout", "800ms",
            "fetch.max-redirects", "3"));

    private static final Web WEB = new Web(CONFIG);
    private static final HttpFetcher FETCHER = new HttpFetcher(WEB, CONFIG, InstantSource.system());
    private static final BodyRooms ROOMS = new BodyRooms(1, Duration.ofSeconds(1));

    private static long before;

    @BeforeAll
    static void weigh() {
        // everything that is loaded once is loaded before the scales are set
        fetch(FETCHER, SERVER.at("/warm", RawServer.text(OK + "\r\n<rss/>")), true);
        before = liveHeap();
    }

    @AfterAll
    static void isAsLightAsBefore() {
        assertThat(liveHeap() - before).isLessThan(FLAT);
        WEB.close();
        SERVER.close();
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
        var refused = refusal("http://" + host + ":" + INSIDE.port() + "/inside");
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
        refuses(SERVER.at("/redirect", answer), failure, reason);
        assertThat(INSIDE.visits()).isEqualTo(visits);
    }

    @Test
    void isLedInNoCircle_andOnNoEndlessWay() {
        SERVER.at("/ping", RawServer.text("HTTP/1.1 301 Moved\r\nLocation: /pong\r\n\r\n"));
        refuses(
                SERVER.at("/pong", RawServer.text("HTTP/1.1 308 Moved\r\nLocation: /ping\r\n\r\n")),
                Failure.REDIRECTS,
                "in a circle");
        for (int i = 0; i < 9; i++) {
            SERVER.at("/way" + i, RawServer.text("HTTP/1.1 302 Found\r\nLocation: /way" + (i + 1) + "\r\n\r\n"));
        }
        refuses("http://127.0.0.1:" + SERVER.port() + "/way0", Failure.REDIRECTS, "more than 3");
        refuses(
                SERVER.at("/lost", RawServer.text("HTTP/1.1 302 Found\r\n\r\n")),
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
        assertThat(fetch(fetcher, address, false)).isInstanceOf(Failed.class);
        assertThat(questions).hasValue(1);
        assertThat(((Failed) fetch(fetcher, address, false)).failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
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
        var failed = (Failed) fetch(new HttpFetcher(web, config, InstantSource.system()), address, false);
        assertThat(failed.failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
        assertThat(INSIDE.visits()).isEqualTo(visits);
        web.close();
    }

    @Test
    void usesNoProxyInside_thatCameWithAStrangersFeed() {
        int visits = INSIDE.visits();
        var access = new FeedAccess(Map.of(), null, null, null, "http://127.0.0.1:" + INSIDE.port());
        var uri = URI.create("http://93.184.215.14/rss");
        try (var room = ROOMS.open()) {
            var outcome = FETCHER.fetch(new FeedQuestion(uri, uri, false, access, Validators.NONE), room);
            assertThat(((Failed) outcome).failure()).isEqualTo(Failure.FORBIDDEN_ADDRESS);
        }
        assertThat(INSIDE.visits()).isEqualTo(visits);
    }

    static Stream<Arguments> answers() {
        var xml = "<rss/>".getBytes(StandardCharsets.US_ASCII);
        var nothing = new byte[64 * 1024 * 1024];
        var noise = "x".repeat(1_000);
        return Stream.of(
                // no HTTP at all, or hardly
                of("hangs up at once", "", Failure.BAD_ANSWER, "without a word"),
                of("speaks SSH", "SSH-2.0-OpenSSH_9.6\r\n", Failure.BAD_ANSWER, ""),
                of("speaks HTTP 0.9", "<rss/>", Failure.BAD_ANSWER, ""),
                of("has a status that is no number", "HTTP/1.1 OK\r\n\r\n", Failure.BAD_ANSWER, ""),
                of("switches protocols", "HTTP/1.1 101 Switching\r\n\r\n", null, ""),
                of("has an odd status", "HTTP/1.1 999 Odd\r\n\r\n", Failure.HTTP_STATUS, "999"),
                of("has no content", "HTTP/1.1 204 None\r\n\r\n", Failure.HTTP_STATUS, "204"),
                of(
                        "has a part only",
                        "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-1/9\r\n\r\nxx",
                        Failure.HTTP_STATUS,
                        "206"),
                // headers
                of("has a header without end", out -> forEver(out, OK + "X: ", noise), Failure.TOO_LARGE, "limits"),
                of("has headers without end", out -> forEver(out, OK, "X: y\r\n"), Failure.TOO_LARGE, "limits"),
                of(
                        "has folded headers without end",
                        out -> forEver(out, OK + "X: y\r\n", " z\r\n"),
                        Failure.TOO_LARGE,
                        "limits"),
                of(
                        "has a status line without end",
                        out -> forEver(out, "HTTP/1.1 200 ", noise),
                        Failure.TOO_LARGE,
                        "limits"),
                of("has empty lines without end", out -> forEver(out, "", "\r\n"), Failure.TOO_LARGE, ""),
                of(
                        "has early hints without end",
                        out -> forEver(out, "", "HTTP/1.1 103 Early\r\n\r\n"),
                        Failure.TIMED_OUT,
                        "no whole answer"),
                of(
                        "has 100 Continue without end",
                        out -> forEver(out, "", "HTTP/1.1 100 Go\r\n\r\n"),
                        Failure.TIMED_OUT,
                        "no whole answer"),
                of("drips its header", out -> drip(out, "", OK + "X: " + noise), Failure.TIMED_OUT, "no whole answer"),
                of("says nothing", out -> Thread.sleep(2_000), Failure.TIMED_OUT, "fell silent"),
                // lengths
                of(
                        "announces too much",
                        OK + "Content-Length: 999999999\r\n\r\n<rss/>",
                        Failure.TOO_LARGE,
                        "larger than"),
                of(
                        "announces more than it has",
                        OK + "Content-Length: 100\r\n\r\n<rss/>",
                        Failure.BAD_ANSWER,
                        "broke off"),
                of("announces less than nothing", OK + "Content-Length: -5\r\n\r\n<rss/>", Failure.BAD_ANSWER, ""),
                of(
                        "announces two lengths",
                        OK + "Content-Length: 6\r\nContent-Length: 7\r\n\r\n<rss/>",
                        Failure.BAD_ANSWER,
                        ""),
                of("announces no number", OK + "Content-Length: 6 apples\r\n\r\n<rss/>", Failure.BAD_ANSWER, ""),
                of(
                        "announces more than a long",
                        OK + "Content-Length: 99999999999999999999\r\n\r\n<rss/>",
                        Failure.BAD_ANSWER,
                        ""),
                // bodies
                of("has a body without end", out -> forEver(out, OK + "\r\n", noise), Failure.TOO_LARGE, "larger than"),
                of("drips its body", out -> drip(out, OK + "\r\n", noise), Failure.TIMED_OUT, "no whole answer"),
                of(
                        "falls silent in the body",
                        out -> {
                            out.write((OK + "\r\n<rss>").getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                            Thread.sleep(2_000);
                        },
                        Failure.TIMED_OUT,
                        "fell silent"),
                // chunks
                of(
                        "has chunks without end",
                        out -> forEver(out, CHUNKED, "1\r\nx\r\n"),
                        Failure.TOO_LARGE,
                        "larger than"),
                of(
                        "has a chunk larger than all memory",
                        CHUNKED + "7fffffffffffffff\r\n<rss/>",
                        Failure.BAD_ANSWER,
                        "chunks"),
                of(
                        "has a chunk larger than a number",
                        CHUNKED + "ffffffffffffffffffff\r\n<rss/>",
                        Failure.BAD_ANSWER,
                        "chunks"),
                of("has a negative chunk", CHUNKED + "-6\r\n<rss/>", Failure.BAD_ANSWER, "chunks"),
                of("has a chunk of no size", CHUNKED + "zz\r\n<rss/>", Failure.BAD_ANSWER, "chunks"),
                of("has a chunk without its end", CHUNKED + "6\r\n<rss/>XX", Failure.BAD_ANSWER, "chunks"),
                of("breaks off in a chunk", CHUNKED + "60\r\n<rss/>", Failure.BAD_ANSWER, "chunks"),
                of(
                        "has a chunk extension without end",
                        out -> forEver(out, CHUNKED + "6;", noise),
                        Failure.TOO_LARGE,
                        "limits"),
                of(
                        "has trailers without end",
                        out -> forEver(out, CHUNKED + "6\r\n<rss/>\r\n0\r\n", "X: y\r\n"),
                        Failure.TOO_LARGE,
                        ""),
                // codings
                packed("a gzip bomb", "gzip", Packed.gzip(nothing)),
                packed("a deflate bomb", "deflate", Packed.deflate(nothing)),
                packed("a brotli bomb", "br", Packed.brotli(nothing)),
                packed("a zstd bomb", "zstd", Packed.zstd(nothing)),
                packed("a gzip bomb in gzip", "gzip, gzip", Packed.gzip(Packed.gzip(nothing))),
                packed("a zstd bomb in brotli", "zstd, br", Packed.brotli(Packed.zstd(nothing))),
                packed("packed three times", "gzip, gzip, gzip", Packed.gzip(Packed.gzip(Packed.gzip(xml)))),
                packed("packed a thousand times", "gzip,".repeat(1_000), xml),
                packed("packed in an unknown way", "snake-oil", xml),
                packed("not packed although it says so", "gzip", xml),
                packed("packed and broken off", "gzip", Arrays.copyOf(Packed.gzip(xml), 12)),
                packed("brotli that is none", "br", xml),
                packed("a brotli window of 16 MB in ten bytes", "br", new byte[] {
                    0x0f, (byte) 0xff, -1, -1, 1, 2, 3, 4, 5, 6
                }),
                packed("a zstd window of 2 GB", "zstd", new byte[] {
                    0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xa8, 1, 0, 0
                }),
                packed("zstd that is none", "zstd", xml));
    }

    private static Arguments of(String name, RawServer.Answer answer, Failure failure, String reason) {
        return Arguments.of(name, answer, failure, reason);
    }

    private static Arguments of(String name, String answer, Failure failure, String reason) {
        return Arguments.of(name, RawServer.text(answer), failure, reason);
    }

    private static Arguments packed(String name, String coding, byte[] body) {
        RawServer.Answer answer = out -> {
            out.write((OK + "Content-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        };
        return Arguments.of(name, answer, Failure.CODING, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void refusesAServerThat(String name, RawServer.Answer answer, Failure failure, String reason) {
        var address = SERVER.at("/" + name.replace(' ', '-'), answer);
        var outcome = (Failed) fetch(FETCHER, address, true);
        assertThat(outcome.reason()).isNotBlank().contains(reason);
        if (failure == Failure.CODING) {
            assertThat(outcome.failure()).isIn(Failure.CODING, Failure.TOO_LARGE);
        } else if (failure != null) {
            assertThat(outcome.failure()).isEqualTo(failure);
        }
    }

    private static void refuses(String address, Failure failure, String reason) {
        var failed = (Failed) fetch(FETCHER, address, true);
        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(failed.reason()).contains(reason);
    }

    /** Of a stranger's address: at the door already, or when it is asked. */
    private static Failed refusal(String address) {
        try {
            FeedAddress.ofWeb(address);
        } catch (IllegalArgumentException e) {
            return new Failed(Failure.UNREACHABLE, e.getMessage());
        }
        return (Failed) fetch(FETCHER, address, false);
    }

    private static FetchOutcome fetch(HttpFetcher fetcher, String address, boolean trusted) {
        var uri = URI.create(address);
        try (var room = ROOMS.open()) {
            return fetcher.fetch(new FeedQuestion(uri, uri, trusted, FeedAccess.OPEN, Validators.NONE), room);
        }
    }

    private static void forEver(OutputStream out, String first, String then) throws IOException {
        out.write(first.getBytes(StandardCharsets.US_ASCII));
        var again = then.repeat(Math.max(1, 8_000 / then.length())).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 50_000; i++) {
            out.write(again);
        }
    }

    private static void drip(OutputStream out, String first, String then) throws IOException, InterruptedException {
        out.write(first.getBytes(StandardCharsets.US_ASCII));
        for (byte b : then.getBytes(StandardCharsets.US_ASCII)) {
            out.write(b);
            out.flush();
            Thread.sleep(50);
        }
    }

    private static long liveHeap() {
        var runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
