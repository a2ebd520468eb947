package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "'a\u00A0b', 'a b'",
        "'  a \t b  ', 'a b'",
        "'a\r\n \r\nb', 'a\nb'",
        "'a\u2028b', 'a\nb'",
        "'a\u0007b', 'ab'",
        "'so\u00ADft', 'soft'",
        "'\uFEFFa', 'a'",
        "'e\u0301', '\u00E9'"
    })
    void cleans(String raw, String clean) {
        assertThat(Text.clean(raw)).isEqualTo(clean);
    }

    @Test
    void keepsJoiners_whichPersianAndEmojiNeed() {
        assertThat(Text.clean("می\u200Cخواهم 👩\u200D🚒")).isEqualTo("می\u200Cخواهم 👩\u200D🚒");
    }

    @Test
    void replacesHalfPairs_whichCannotBeWrittenAsUtf8() {
        assertThat(Text.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource({"a👩b, 1, a", "a👩b, 2, a", "a👩b, 3, a👩", "a👩b, 4, a👩b", "a👩b, 9, a👩b"})
    void capsWithoutSplittingAPair(String text, int units, String capped) {
        assertThat(Text.capped(text, units)).isEqualTo(capped);
    }

    @Test
    void isNull_whenALineHoldsNothing() {
        assertThat(Text.line(null, 5)).isNull();
        assertThat(Text.line(" \u00A0\n", 5)).isNull();
        assertThat(Text.line("a\nb", 5)).isEqualTo("a b");
    }
}
