package dev.tocsin.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
    private static final String RUSSIAN = "Мост через реку закрыт на ремонт до вечера пятницы";

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private static String xml(String encoding) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>" + RUSSIAN + "</a>";
    }

    @Test
    void believesTheMarkBeforeAllElse() {
        var decoded = TextDecoder.feed(bytes("\uFEFF" + xml("koi8-r"), "UTF-8"), "text/xml; charset=windows-1251");
        assertThat(decoded.text()).isEqualTo(xml("koi8-r"));
        assertThat(decoded.encoding()).isEqualTo("utf-8");
        assertThat(decoded.evidence()).isEqualTo(Evidence.MARK);
        assertThat(decoded.forgiven()).isEmpty();
    }

    @Test
    void believesTheHeaderBeforeTheDeclaration() {
        var decoded = TextDecoder.feed(bytes(xml("koi8-r"), "windows-1251"), "text/xml; charset=\"Windows-1251\"");
        assertThat(decoded.text()).contains(RUSSIAN);
        assertThat(decoded.evidence()).isEqualTo(Evidence.HEADER);
    }

    @Test
    void believesTheDeclaration_whenTheHeaderOnlySaysWhatServersSayOfEverything() {
        var decoded = TextDecoder.feed(bytes(xml("koi8-r"), "koi8-r"), "text/xml; charset=iso-8859-1");
        assertThat(decoded.text()).contains(RUSSIAN);
        assertThat(decoded.evidence()).isEqualTo(Evidence.DECLARATION);
    }

    @Test
    void believesTheDeclaration_whenTheBytesAreNotWhatTheHeaderSays() {
        var decoded = TextDecoder.feed(bytes(xml("windows-1251"), "windows-1251"), "text/xml; charset=utf-8");
        assertThat(decoded.text()).contains(RUSSIAN);
        assertThat(decoded.evidence()).isEqualTo(Evidence.DECLARATION);
        assertThat(decoded.forgiven()).containsExactly("wrong-encoding");
    }

    @Test
    void believesTheBytes_whenNobodyIsRight() {
        var decoded = TextDecoder.feed(bytes(xml("utf-8"), "koi8-r"), "text/xml; charset=utf-8");
        assertThat(decoded.text()).contains(RUSSIAN);
        assertThat(decoded.evidence()).isEqualTo(Evidence.BYTES);
        assertThat(decoded.forgiven()).containsExactly("wrong-encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "<meta charset=koi8-r>",
        "<meta charset='KOI8-R'/>",
        "'<meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\">'",
        "'<META content=\"text/html;charset = koi8-r\" http-equiv=content-type>'",
        "<?xml version='1.0' encoding='koi8-r'?>"
    })
    void readsWhatPagesDeclare(String declaration) {
        var decoded = TextDecoder.page(bytes("<html><head>" + declaration + RUSSIAN, "koi8-r"), "text/html");
        assertThat(decoded.text()).contains(RUSSIAN);
        assertThat(decoded.evidence()).isEqualTo(Evidence.DECLARATION);
        assertThat(decoded.encoding()).isEqualTo("koi8-r");
    }

    @Test
    void overrulesADeclaration_whenTheBytesAreProvenOtherwise() {
        assertThat(TextDecoder.feed(xml("windows-1251").getBytes(StandardCharsets.UTF_8), null)
                        .text())
                .contains(RUSSIAN);
        assertThat(TextDecoder.feed(bytes(xml("iso-8859-1"), "windows-1251"), null)
                        .text())
                .contains(RUSSIAN);
    }

    @Test
    void keepsADeclaration_whenAFewBytesCouldBeAnything() {
        var french = "<?xml version='1.0' encoding='iso-8859-1'?><a>Café</a>";
        var decoded = TextDecoder.feed(bytes(french, "ISO-8859-1"), null);
        assertThat(decoded.text()).isEqualTo(french);
        assertThat(decoded.encoding()).isEqualTo("windows-1252");
        // two characters that are UTF-8 by chance
        var chinese = "<?xml version='1.0' encoding='gbk'?><a>联通</a>";
        assertThat(TextDecoder.feed(bytes(chinese, "GBK"), null).text()).isEqualTo(chinese);
    }

    @Test
    void staysUtf8_whenSingleBytesAreBroken() {
        var bytes = xml("utf-8").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 6] = (byte) 0xFF;
        var decoded = TextDecoder.feed(bytes, null);
        assertThat(decoded.encoding()).isEqualTo("utf-8");
        assertThat(decoded.text()).contains("Мост через реку").contains("\uFFFD");
        assertThat(decoded.forgiven()).containsExactly("wrong-encoding", "bad-bytes");
    }

    @Test
    void isUtf8_whenThereIsNothing() {
        assertThat(TextDecoder.feed(new byte[0], null).encoding()).isEqualTo("utf-8");
        assertThat(TextDecoder.page(bytes("plain", "UTF-8"), null).forgiven()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x-nobody-8, unknown-encoding", "'', ''", "utf_8, ''", "cp-1251, ''"})
    void saysThatANameIsUnknown(String name, String code) {
        assertThat(String.join(
                        ",",
                        TextDecoder.feed(bytes("<a>b</a>", "UTF-8"), "text/xml; charset=" + name)
                                .forgiven()))
                .isEqualTo(code);
    }
}
