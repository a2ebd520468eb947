package dev.tocsin.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
    private static final int CHANNEL_LIMIT = 4 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":", "тревога 🔔", "\u0000\u001f", "\uFEFF{}"})
    void keepsTextAsText(String text) {
        var letter = of(text.getBytes(UTF_8));

        assertThat(letter.encoding()).isEqualTo("utf-8");
        assertThat(letter.value()).isEqualTo(text);
    }

    @Test
    void keepsEveryByte_whenTheyAreNoText() {
        byte[] bytes = {(byte) 0xff, 0, (byte) 0xc3, 0x28, '{'};
        var letter = of(bytes);

        assertThat(letter.encoding()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(letter.value())).isEqualTo(bytes);
    }

    @Test
    void hasNoValue_whenTheMessageHadNone() {
        assertThat(of(null).value()).isNull();
        assertThat(of(null).encoding()).isEqualTo("utf-8");
    }

    @Test
    void fitsItsChannel_howeverLargeTheMessageWas() {
        var binary = of(filled(CHANNEL_LIMIT, (byte) 0xff));
        var escaped = of(filled(CHANNEL_LIMIT / 4, (byte) 1));

        assertThat(Json.write(binary)).hasSizeLessThan(CHANNEL_LIMIT);
        assertThat(Json.write(escaped)).hasSizeLessThan(CHANNEL_LIMIT);
        assertThat(binary.encoding()).isEqualTo("omitted");
        assertThat(escaped.value()).isNull();
    }

    @Test
    void keepsALargeArticleWhole() {
        var letter = of(filled(2 * 1024 * 1024, (byte) 'a'));

        assertThat(letter.value()).hasSize(2 * 1024 * 1024);
    }

    @Test
    void namesThePlaceOfTheMessage() {
        assertThat(of(null).position()).isEqualTo("tocsin.alerts.v1-1-42");
    }

    private static DeadLetter of(byte @Nullable [] value) {
        return DeadLetter.of("notify", "tocsin.alerts.v1", 1, 42, "s1", value, "is not an Alert", Instant.EPOCH);
    }

    private static byte[] filled(int size, byte with) {
        var bytes = new byte[size];
        java.util.Arrays.fill(bytes, with);
        return bytes;
    }
}
