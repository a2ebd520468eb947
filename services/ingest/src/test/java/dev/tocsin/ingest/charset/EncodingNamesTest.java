package dev.tocsin.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingNamesTest {
    @ParameterizedTest
    @CsvSource({
        "UTF-8, utf-8",
        "utf8, utf-8",
        "iso-8859-1, windows-1252",
        "ISO_8859-1, windows-1252",
        "us-ascii, windows-1252",
        "latin1, windows-1252",
        "iso-8859-2, iso-8859-2",
        "iso8859_15, iso-8859-15",
        "cp1251, windows-1251",
        "win-1251, windows-1251",
        "windows1251, windows-1251",
        "koi8-r, koi8-r",
        "KOI8_U, koi8-u",
        "gb2312, gb18030",
        "GBK, gb18030",
        "big5, big5-hkscs",
        "shift_jis, windows-31j",
        "x-sjis, windows-31j",
        "euc-kr, x-windows-949",
        "ks_c_5601-1987, x-windows-949",
        "tis-620, x-windows-874",
        "iso-8859-9, windows-1254",
        "mac_cyrillic, x-maccyrillic",
        "x-mac-cyrillic, x-maccyrillic",
        "ucs-2, utf-16",
        "kz1048, kz1048",
        "RK1048, kz1048",
        "cyrillic-asian, ptcp154",
        "iso-8859-10, iso-8859-10",
        "latin8, iso-8859-14",
        "koi8-t, koi8-t"
    })
    void means(String declared, String encoding) {
        assertThat(EncodingNames.of(declared))
                .hasValueSatisfying(e -> assertThat(e.name()).isEqualTo(encoding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none", "x-user-defined", "utf-8; boundary", "🙂", "charset=utf-8"})
    void isEmpty_whenNobodyKnowsTheName(String declared) {
        assertThat(EncodingNames.of(declared)).isEmpty();
    }

    @Test
    void readsKazakhInTheEncodingsOfKazakhstan() {
        var kz = EncodingNames.of("kz1048").orElseThrow();
        assertThat(kz.strict(new byte[] {(byte) 0x8D, (byte) 0xE0, (byte) 0xEB, (byte) 0xE0, 'a'}, 0))
                .isEqualTo("Қалаa");
        assertThat(kz.isSingleByte()).isTrue();
        assertThat(EncodingNames.of("ptcp154").orElseThrow().lossy(new byte[] {'x', (byte) 0xA4}, 1))
                .isEqualTo("Ө");
    }
}
