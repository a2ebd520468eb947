package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.ingest.coding.Packed;
import dev.tocsin.ingest.feeds.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that hostile servers give. Each is refused with its reason, and memory stays as it was. */
class HostileAnswersIT {
    /** What fifty answers of up to 64 MB may leave behind: the JVM's own, such as classes that were met meanwhile. */
    private static final long FLAT = 6L * 1024 * 1024;

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private static final HostileWeb WEB = HostileWeb.impatient();

    private static long before;

    @BeforeAll
    static void weigh() {
        // everything that is loaded once is loaded before the scales are set
        WEB.trusted(WEB.server.at("/warm", RawServer.text("HTTP/1.1 500 Warm\r\n\r\n")));
        before = HostileWeb.liveHeap();
    }

    @AfterAll
    static void isAsLightAsBefore() {
        // the hostile side runs in this JVM as well, and lets go of its last answer in its own time
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(HostileWeb.liveHeap() - before).isLessThan(FLAT));
        WEB.close();
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
        var address = WEB.server.at("/" + name.replace(' ', '-'), answer);
        var outcome = WEB.trusted(address);
        assertThat(outcome.reason()).isNotBlank().contains(reason);
        if (failure == Failure.CODING) {
            assertThat(outcome.failure()).isIn(Failure.CODING, Failure.TOO_LARGE);
        } else if (failure != null) {
            assertThat(outcome.failure()).isEqualTo(failure);
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
}
