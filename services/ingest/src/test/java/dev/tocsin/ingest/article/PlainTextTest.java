package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    private static final int MANY = 100_000;

    @ParameterizedTest
    @CsvSource({
        "<p>One.</p><p>Two.</p>, 'One.\nTwo.'",
        "One<br>Two<br/><br/>Three, 'One\nTwo\nThree'",
        "<ul><li>a</li><li>b</li></ul>, 'a\nb'",
        "<p>Half <b>bo</b>ld</p>, Half bold",
        "'<p>source\nlines</p>', source lines",
        "'<pre>kept\nlines</pre>', 'kept\nlines'",
        "<table><tr><td>1</td><td>2</td></tr></table>, 1 2",
        "Fish &amp; chips &lt;fresh&gt;, Fish & chips <fresh>",
        "1 < 2 and 3 > 2, 1 < 2 and 3 > 2",
        "'no tags\nbut lines', 'no tags\nbut lines'",
        "<script>x</script><style>y</style><p>seen</p><noscript>z</noscript>, seen",
        "<p>unclosed <b>tags, unclosed tags",
        "'<img src=x onerror=alert(1)>', ''"
    })
    void readsHtmlAsAReaderSeesIt(String html, String text) {
        assertThat(PlainText.of(new Markup(html, true), MANY)).isEqualTo(text);
    }

    @Test
    void leavesTextAlone_whenItIsNoHtml() {
        assertThat(PlainText.of(new Markup("a <b> &amp; c", false), MANY)).isEqualTo("a <b> &amp; c");
    }

    @Test
    void cutsAtTheLimit() {
        assertThat(PlainText.of(new Markup("<p>" + "ab".repeat(600) + "</p>", true), 1_000))
                .hasSize(1_000);
    }

    @Test
    @Timeout(10)
    void survivesTagsNestedWithoutEnd() {
        var html = "<div>".repeat(200_000) + "deep";
        assertThat(PlainText.of(new Markup(html, true), 1_000_000)).isEqualTo("deep");
    }
}
