package dev.tocsin.dashboard.manners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtagTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @Test
    void isTheSame_forTheSameBodyAlone() {
        assertThat(Etag.weak(BODY)).isEqualTo(Etag.weak("{}".getBytes(UTF_8))).startsWith("W/\"");
        assertThat(Etag.weak(BODY)).isNotEqualTo(Etag.weak("{ }".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "'W/\"a\"', true",
        "'\"a\"', true",
        "'\"b\", W/\"a\"', true",
        "'*', true",
        "'\"b\"', false",
        "'a', false",
        "'\"a', false",
        "'', false"
    })
    void isKnown_whereTheClientNamesIt(String ifNoneMatch, boolean known) {
        assertThat(Etag.isKnown(ifNoneMatch, "W/\"a\"")).isEqualTo(known);
        assertThat(Etag.isKnown(null, "W/\"a\"")).isFalse();
    }

    @Test
    void letsAChangeGoOn_whateverAMachineAddedMeanwhile() {
        var seen = Etag.ofEditable("7", BODY);
        var now = Etag.ofEditable("7", "{\"polled\":1}".getBytes(UTF_8));

        assertThat(seen).isNotEqualTo(now);
        assertThat(Etag.allows(seen, "7")).isTrue();
        assertThat(Etag.allows(seen, "70")).isFalse();
        assertThat(Etag.allows("\"70.x\"", "7")).isFalse();
        assertThat(Etag.allows("*", "7")).isTrue();
        assertThat(Etag.allows(null, null)).isTrue();
        assertThat(Etag.allows("*", null)).isFalse();
    }

    @Test
    void readsNoHeaderWithoutEnd() {
        assertThat(Etag.isKnown("\"x\",".repeat(100_000) + "\"a\"", "W/\"a\"")).isFalse();
    }
}
