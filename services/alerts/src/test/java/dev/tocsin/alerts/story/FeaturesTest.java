package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeaturesTest {
    @Test
    void countsWhatStandsInTheTitleMore() {
        var features = Features.of(article("a")
                .titled("Bridge blocked")
                .saying("A bridge and a harbour.")
                .sighting());

        assertThat(weight(features, "blocked")).isGreaterThan(weight(features, "harbour"));
    }

    @Test
    void countsTheTopicsOwnTermsLittle() {
        var features =
                Features.of(article("a").saying("A protest at the harbour.").sighting());

        assertThat(weight(features, "protest")).isLessThan(weight(features, "harbour"));
    }

    @Test
    void takesNamesAndFiguresAsSigns() {
        var features = Features.of(
                article("a").saying("In Veltrova 2,500 people met Karimova.").sighting());

        assertThat(features.signs().keys())
                .containsExactlyInAnyOrder(
                        Terms.key("#2500"),
                        Terms.key(NameKey.of("Veltrova", "en")),
                        Terms.key(NameKey.of("Karimova", "en")));
    }

    @Test
    void leavesOutYearsAndSingleDigits() {
        var features = Features.of(
                article("a").saying("between 5 and 7 of them in 2022").sighting());

        assertThat(features.signs().isEmpty()).isTrue();
    }

    @Test
    void takesNoNameFromACapitalThatOpensASentence() {
        var signs = Features.of(article("a")
                        .saying("Crowds came. Veltrova slept. They left Veltrova.")
                        .sighting())
                .signs();

        assertThat(signs.keys()).containsExactly(Terms.key(NameKey.of("Veltrova", "en")));
    }

    @Test
    void readsTheLeadOnly_ofAHostileText() {
        var features = Features.of(
                article("a").saying("bridge " + "x".repeat(5_000_000)).sighting());

        assertThat(weight(features, "bridge")).isPositive();
        assertThat(features.words().size()).isLessThan(3);
    }

    private static float weight(Features features, String word) {
        return features.words().weight(Terms.key(word));
    }
}
