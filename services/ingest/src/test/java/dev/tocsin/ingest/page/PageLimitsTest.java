package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitsTest {
    private static final String PROSE =
            "<p>The harbour council approved a new timetable on Tuesday, adding four crossings a day.</p>";

    @Test
    void leavesAnOrdinaryPageAlone() {
        assertThat(PageLimits.cut(PROSE)).isSameAs(PROSE);
    }

    @Test
    void cutsBeforeTheTagThatIsOneTooMany() {
        var html = "<p>".repeat(PageLimits.MAX_TAGS + 5);
        assertThat(PageLimits.cut(html)).hasSize(3 * PageLimits.MAX_TAGS);
    }

    @Test
    void cutsAtTheSize() {
        assertThat(PageLimits.cut("x".repeat(PageLimits.MAX_LENGTH + 1))).hasSize(PageLimits.MAX_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "<div>, 600",
        "<div></x>, 600",
        "<b><p></p>, 600",
        "<table><tr><td></div>, 600",
        "<p>, 5000",
        "<li>, 5000",
        "<br>, 5000",
        "<b></b>, 5000",
        "<!--<div>-->, 5000",
        "'<script>\"<div>\"</script>', 5000"
    })
    void cutsWhereTooMuchIsOpenAtOnce(String tags, int kept) {
        assertThat(PageLimits.cut(tags.repeat(5_000))).hasSize(tags.length() * kept);
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<p>",
                "<a href=x>",
                "<table><tr><td>",
                "<ul><li>",
                "<h1>",
                "<div><h1>",
                "<span><p>",
                "<center>x",
                "<font>x",
                "<blockquote>x",
                "<article itemprop=articleBody>x",
                "<form>",
                "<svg>",
                "<select>",
                "<button>x",
                "<br>x",
                "<!--x-->",
                "<div hidden>x",
                "<p class=comment>x",
                "<script>",
                "<noscript><p>",
                "<i><b><u>x"
            })
    void readsInTime_whateverIsNestedOrRepeated(String tag) {
        var html = "<title>x</title>" + PROSE.repeat(4) + tag.repeat(70_000) + PROSE;
        assertThat(PageReader.read(html, "https://news.example/a").text()).isNotNull();
    }

    @Test
    @Timeout(20)
    void readsInTime_whenOneTextOrAttributeIsEndless() {
        assertThat(PageReader.read("<p>" + "word ".repeat(800_000), "").text())
                .hasSizeLessThanOrEqualTo(PageLimits.MAX_TEXT);
        assertThat(PageReader.read("<p class='" + "x ".repeat(800_000) + "'>a</p>" + PROSE, "")
                        .text())
                .contains("harbour");
        assertThat(PageReader.read("<title>" + "x - ".repeat(800_000) + "</title><h1>x</h1>" + PROSE, "")
                        .text())
                .contains("harbour");
        assertThat(PageReader.read("<script type=application/ld+json>" + "[".repeat(800_000) + "</script>" + PROSE, "")
                        .text())
                .contains("harbour");
        assertThat(PageReader.read(
                                "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\""
                                        + "<".repeat(50_000) + "\"}</script>" + PROSE,
                                "")
                        .text())
                .contains("harbour");
    }
}
