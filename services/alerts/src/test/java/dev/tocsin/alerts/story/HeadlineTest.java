package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void isTheTitleOnOneLine() {
        assertThat(Headline.of(article("a").titled("  Crowds\n\tgather ").sighting())
                        .text())
                .isEqualTo("Crowds gather");
    }

    @Test
    void isTheFirstSentence_whereThereIsNoTitle() {
        assertThat(Headline.of(article("a")
                                .saying("Crowds gather. Police watch.")
                                .sighting())
                        .text())
                .isEqualTo("Crowds gather.");
    }

    @Test
    void isCutBetweenWords_whereTheSentenceIsLong() {
        var headline = Headline.of(article("a").saying("endless ".repeat(100)).sighting())
                .text();

        assertThat(headline).hasSizeLessThanOrEqualTo(140).endsWith("endless…");
    }

    @Test
    void isCutWithinAWord_whereThereIsNothingElse() {
        assertThat(Headline.shorten("😀".repeat(200), 10)).isEqualTo("😀😀😀😀…");
    }

    @Test
    void isTheSource_whereTheArticleSaysNothing() {
        assertThat(Headline.of(article("a").titled(" ").saying(" ").sighting()).text())
                .isEqualTo("Herald");
    }

    @Test
    void prefersATitleToASentence_whoeverCameFirst() {
        var sentence = Headline.of(article("a").graded("A").sighting());
        var title = Headline.of(article("b").titled("A title").sighting());

        assertThat(sentence.or(title)).isEqualTo(title);
        assertThat(title.or(sentence)).isEqualTo(title);
    }

    @Test
    void changesForABetterSourceOnly() {
        var first = Headline.of(article("a").titled("First").graded("B").sighting());
        var second = Headline.of(article("b").titled("Second").graded("B").sighting());
        var better = Headline.of(article("c").titled("Better").graded("A").sighting());

        assertThat(first.or(second)).isEqualTo(first);
        assertThat(first.or(better)).isEqualTo(better);
    }

    @Test
    void followsTheCorrectionOfItsArticle() {
        var before = Headline.of(article("a").titled("18 hurt").sighting());
        var after = Headline.of(article("a").titled("17 hurt").revised(2).sighting());

        assertThat(before.or(after)).isEqualTo(after);
    }
}
