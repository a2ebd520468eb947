package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoilerplateTest {
    @ParameterizedTest
    @CsvSource({
        "<nav>, DECLARED",
        "<div role=Navigation>, DECLARED",
        "<div aria-hidden=true>, DECLARED",
        "<div style='Display : none'>, DECLARED",
        "<div hidden>, DECLARED",
        "<div class=comments>, NAMED",
        "<div id=relatedPosts>, NAMED",
        "<ul class='x post_tags'>, NAMED",
        "<div class=social-share__bar>, NAMED",
        "<span class=Byline>, NAMED",
        "<div class=shareholders>, NONE",
        "<div class=headline>, NONE",
        "<div class=badge>, NONE",
        "<article class='tag-comments'>, NONE",
        "<p class=comment>, NONE",
        "<div class='article-body with-sidebar'>, NONE",
        "<div class=entry-content id=comments>, NONE",
        "<div>, NONE"
    })
    void judgesAnElementByWhatItSaysOfItself(String html, Suspicion suspicion) {
        var element = Jsoup.parseBodyFragment(html).body().child(0);
        assertThat(new Boilerplate().suspicion(element)).isEqualTo(suspicion);
    }
}
