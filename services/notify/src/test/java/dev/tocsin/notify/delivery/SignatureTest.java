package dev.tocsin.notify.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "correct-horse-battery-staple-0001";
    private static final byte[] BODY = "{\"story\":\"s1\",\"headline\":\"Тревога\"}".getBytes(UTF_8);

    /** {@code printf '1641499200.{"story":…}' | openssl dgst -sha256 -hmac …} */
    @Test
    void isWhatOpensslComputes() {
        assertThat(Signature.of(SECRET, "1641499200", BODY))
                .isEqualTo("v1=a198885b28d3b4460b019531fb100ffb5c9aa3f0ec8bbceb328d3cbde03f7133");
    }

    @Test
    void changesWithEachPart() {
        var signature = Signature.of(SECRET, "1641499200", BODY);

        assertThat(Signature.of(SECRET + "x", "1641499200", BODY)).isNotEqualTo(signature);
        assertThat(Signature.of(SECRET, "1641499201", BODY)).isNotEqualTo(signature);
        assertThat(Signature.of(SECRET, "1641499200", "{}".getBytes(UTF_8))).isNotEqualTo(signature);
    }

    @Test
    void countsTimeInSeconds() {
        assertThat(Signature.timestamp(Instant.parse("2022-01-06T20:00:00.999Z")))
                .isEqualTo("1641499200");
    }
}
