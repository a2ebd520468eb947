package dev.tocsin.ingest.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tocsin.ingest.feeds.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BodyReaderTest {
    private static final int MOST = 1024 * 1024;
    private static final byte[] FEED =
            "<rss><channel><title>Новости</title></channel></rss>".repeat(50).getBytes(StandardCharsets.UTF_8);

    private final BodyRooms rooms = new BodyRooms(1, Duration.ofMillis(20));
    private final BodyReader reader = new BodyReader(new BodyLimits(MOST, 100), rooms.open());

    private byte[] read(byte[] body, String codings) throws IOException {
        return reader.read(new ByteArrayInputStream(body), -1, codings);
    }

    private void refuses(byte[] body, String codings, Failure failure, String reason) {
        assertThatExceptionOfType(RefusedBodyException.class)
                .isThrownBy(() -> read(body, codings))
                .withMessageContaining(reason)
                .matches(e -> e.failure() == failure);
    }

    static Stream<Arguments> codings() {
        return Stream.of(
                Arguments.of("gzip", (UnaryOperator<byte[]>) Packed::gzip),
                Arguments.of("X-Gzip", (UnaryOperator<byte[]>) Packed::gzip),
                Arguments.of("deflate", (UnaryOperator<byte[]>) Packed::deflate),
                Arguments.of("deflate", (UnaryOperator<byte[]>) Packed::bareDeflate),
                Arguments.of("br", (UnaryOperator<byte[]>) Packed::brotli),
                Arguments.of("zstd", (UnaryOperator<byte[]>) Packed::zstd),
                Arguments.of(" identity , ", UnaryOperator.<byte[]>identity()),
                Arguments.of("", UnaryOperator.<byte[]>identity()));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void unpacksWhatWeSayThatWeUnderstand(String coding, UnaryOperator<byte[]> packer) throws IOException {
        assertThat(read(packer.apply(FEED), coding)).isEqualTo(FEED);
    }

    @ParameterizedTest
    @MethodSource("codings")
    void refusesWhatUnpacksToTooMuch(String coding, UnaryOperator<byte[]> packer) {
        var noise = new byte[MOST + 1];
        new Random(1).nextBytes(noise);
        // half noise, half nothing: too large long before it is suspicious
        Arrays.fill(noise, MOST / 2, noise.length, (byte) 0);
        refuses(packer.apply(noise), coding, Failure.TOO_LARGE, "larger than " + MOST + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate", "br", "zstd"})
    void refusesWhatUnpacksToSuspiciouslyMuch(String coding) {
        var nothing = new byte[MOST];
        var packed =
                switch (coding) {
                    case "gzip" -> Packed.gzip(nothing);
                    case "deflate" -> Packed.deflate(nothing);
                    case "br" -> Packed.brotli(nothing);
                    default -> Packed.zstd(nothing);
                };
        refuses(packed, coding, Failure.CODING, "more than 100 times its size");
    }

    @Test
    void unpacksTwoCodings_butNotThree() throws IOException {
        var twice = Packed.brotli(Packed.gzip(FEED));
        assertThat(read(twice, "gzip, br")).isEqualTo(FEED);
        refuses(Packed.gzip(twice), "gzip, br, gzip", Failure.CODING, "packed 3 times over");
    }

    @ParameterizedTest
    @CsvSource({"compress", "gzip2", "dcb"})
    void refusesWhatIsPackedInAnotherWay(String coding) {
        refuses(FEED, coding, Failure.CODING, "packed as '" + coding + "'");
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate", "br", "zstd"})
    void refusesWhatIsNotPackedAsItSays(String coding) {
        refuses(FEED, coding, Failure.CODING, "cannot be unpacked");
    }

    @ParameterizedTest
    @MethodSource("codings")
    void refusesWhatBreaksOff(String coding, UnaryOperator<byte[]> packer) throws IOException {
        var packed = packer.apply(FEED);
        var half = Arrays.copyOf(packed, packed.length / 2);
        if (coding.isEmpty() || coding.contains("identity")) {
            assertThat(read(half, coding)).isEqualTo(half);
        } else {
            refuses(half, coding, Failure.CODING, "cannot be unpacked");
        }
    }

    @Test
    void readsNothingAtAll_whenTheAnnouncedLengthIsTooMuch() {
        assertThatExceptionOfType(RefusedBodyException.class)
                .isThrownBy(() -> reader.read(
                        new ByteArrayInputStream(FEED) {
                            @Override
                            public synchronized int read(byte[] buffer, int offset, int length) {
                                throw new AssertionError("it was read");
                            }
                        },
                        MOST + 1L,
                        ""))
                .withMessageContaining("larger than");
    }

    @Test
    void isEmpty_whenThereIsNothingToUnpack() throws IOException {
        assertThat(read(new byte[0], "gzip")).isEmpty();
    }

    @Test
    void waitsForMemory_whenAnotherLargeBodyHasIt() throws IOException {
        var large = new byte[MOST];
        new Random(1).nextBytes(large);
        try (var other = rooms.open()) {
            other.holds(MOST);
            refuses(large, "", Failure.TIMED_OUT, "no memory for another large body");
            assertThat(read(Packed.gzip(FEED), "gzip")).isEqualTo(FEED);
        }
        assertThat(read(large, "")).isEqualTo(large);
    }
}
