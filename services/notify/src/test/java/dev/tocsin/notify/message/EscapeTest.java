package dev.tocsin.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {
    @Test
    void putsTextOnOneLine() {
        assertThat(Escape.line(" a\r\nb\u0000\u2028c\t d ", 100)).isEqualTo("a b c d");
    }

    @Test
    void leavesOutWhatTurnsTheDirection_andHalfCharacters() {
        assertThat(Escape.line("a\u202Eb\u2066c\uD83Dd", 100)).isEqualTo("abcd");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Escape.line("🌉🌉🌉🌉", 3)).isEqualTo("🌉🌉…");
        assertThat(Escape.line("x".repeat(1_000_000), 10)).isEqualTo("xxxxxxxxx…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<b> & \"c\" 'd' | &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;", "a | a"})
    void escapesHtml(String text, String html) {
        assertThat(Escape.html(text)).isEqualTo(html);
    }

    @Test
    void escapesMarkdown_soThatNothingInItIsMarkup() {
        assertThat(Escape.markdown("# [a](b) *c*")).isEqualTo("\\# \\[a\\]\\(b\\) \\*c\\*");
    }
}
