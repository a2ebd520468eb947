package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
            <p>One <b>two</b></p><p>three</p>; One two|three
            <div>one<p>two</p>three</div>; one|two|three
            one<br>two<br><br>three; one/two|three
            <ul><li>a</li><li>b</li></ul>; a|b
            <p>a<script>x</script>b</p>; a b
            <span>a</span><span>b</span>; ab
            <p> — </p><p>a</p>; a
            <pre>a  b&#10c</pre>; a b/c
            <p>a<span class=comment>b</span>c</p>; a|b|c
            """)
    void cutsWhereBlocksEnd(String html, String blocks) {
        assertThat(texts(html)).containsExactly(blocks.split("\\|"));
    }

    @Test
    void countsLettersLinksAndSentences() {
        var block = block("<p>He said yes. She said <a href=x>no</a>!</p>");
        assertThat(block.letters()).isEqualTo(18);
        assertThat(block.linked()).isEqualTo(2);
        assertThat(block.sentences()).isEqualTo(2);
        assertThat(block.ends()).isTrue();
    }

    @Test
    void countsAnIdeographAsTwoLetters() {
        assertThat(block("<p>港口。</p>").letters()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "<h2><span>x</span></h2>, HEADING",
        "<li><p>x</p></li>, ITEM",
        "<blockquote><p>x</p></blockquote>, QUOTE",
        "<table><td>x</table>, CELL",
        "<table><td><p>x</p></table>, PARAGRAPH",
        "<div><p>x</p></div>, PARAGRAPH",
        "<pre>x</pre>, PREFORMATTED",
        "<div>x</div>, LOOSE"
    })
    void tellsWhatABlockIs(String html, Block.Kind kind) {
        assertThat(block(html).kind()).isEqualTo(kind);
    }

    private static Block block(String html) {
        return Segmenter.of(Jsoup.parse(html).body()).blocks().getFirst();
    }

    private static List<String> texts(String html) {
        return Segmenter.of(Jsoup.parse(html).body()).blocks().stream()
                .map(b -> b.text().replace('\n', '/'))
                .toList();
    }
}
