package dev.tocsin.ingest.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Whatever is sent, it unpacks to what is allowed or is refused with a reason. The first byte says how it is packed. */
class BodyReaderFuzzTest {
    private static final BodyLimits LIMITS = new BodyLimits(1024 * 1024, 100);
    private static final BodyRooms ROOMS = new BodyRooms(1, Duration.ZERO);
    private static final List<String> CODINGS = List.of("gzip", "deflate", "br", "zstd", "br, gzip", "zstd, deflate");

    @FuzzTest(maxDuration = "5m")
    void unpacksAnything(byte[] sent) throws IOException {
        if (sent.length == 0) {
            return;
        }
        var coding = CODINGS.get(Math.floorMod(sent[0], CODINGS.size()));
        var body = new ByteArrayInputStream(Arrays.copyOfRange(sent, 1, sent.length));
        try (var room = ROOMS.open()) {
            assertThat(new BodyReader(LIMITS, room).read(body, -1, coding)).hasSizeLessThanOrEqualTo(LIMITS.bytes());
        } catch (RefusedBodyException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }
}
