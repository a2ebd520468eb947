package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final String REPORT = "Some 2,500 dockers blocked the harbour of Veltrova on Thursday morning, "
            + "and Mayor Karimova called on both sides to sit down before the ferry season begins next week.";
    private static final Articles FIRST = article("a").saying(REPORT);

    @Test
    void countsEachSourceOnce() {
        var origins = of(FIRST, article("b").saying("The same house, another text."));

        assertThat(origins.list()).singleElement().satisfies(o -> assertThat(o.articles())
                .containsExactly("a", "b"));
    }

    @Test
    void countsASecondSource_whenItTellsInItsOwnWords() {
        assertThat(of(FIRST, article("b").from("courier.example").saying("Ships wait outside the port."))
                        .list())
                .extracting(StoryOrigin::source)
                .containsExactly("herald.example", "courier.example");
    }

    @Test
    void countsACopyUnderItsOriginal() {
        assertThat(of(FIRST, article("b").from("courier.example").saying(REPORT + " (agencies)"))
                        .list())
                .singleElement()
                .satisfies(o -> assertThat(o.articles()).containsExactly("a", "b"));
    }

    @Test
    void countsACopyUnderItsOriginal_whenTheFingerprintsNearlyAgree() {
        var origins = of(
                FIRST.withFingerprint("00ff00ff00ff00ff"),
                article("b").from("courier.example").saying("Cut short.").withFingerprint("01ff00ff00ff00fe"));

        assertThat(origins.list()).hasSize(1);
    }

    @Test
    void countsATranslationUnderItsOriginal() {
        var signs = List.of(
                "c:strike", "c:port", "c:mayor", "n:2500", "a:karimova", "p:veltrova", "d:2022-01-06", "c:week");
        var translated = new ArrayList<>(signs);
        translated.addAll(List.of("s:prtl", "c:dock", "c:boat"));
        var italian = article("b")
                .from("corriere.example")
                .in("it")
                .saying(
                        "Circa 2.500 portuali hanno bloccato giovedì il porto di Veltrova, e la sindaca Karimova ha chiesto "
                                + "alle parti di sedersi a un tavolo prima che cominci la stagione dei traghetti.");

        assertThat(of(FIRST.withSignature(signs), italian.withSignature(translated))
                        .list())
                .singleElement()
                .satisfies(o -> assertThat(o.articles()).containsExactly("a", "b"));
        assertThat(of(FIRST.withSignature(signs), italian.saying("In breve.").withSignature(translated))
                        .list())
                .as("a line about it")
                .hasSize(2);
        var ownWords = List.of("c:strike", "c:port", "n:2500", "c:ship", "c:queue", "c:fuel", "s:krl", "d:2022-01-07");
        assertThat(of(FIRST.withSignature(signs), italian.withSignature(ownWords))
                        .list())
                .hasSize(2);
    }

    @Test
    void countsAnAgencysReportOnce_whoeverCarriesIt_butNotWhatTheyWriteThemselves() {
        var origins = of(
                FIRST.withOrigin(new Origin("Agenta", null, null, null)),
                article("b")
                        .from("courier.example")
                        .saying("Ships wait.")
                        .withOrigin(new Origin("agenta", "courier-group", null, null)),
                article("c").from("courier.example").saying("Our reporter stood at the pier."));

        assertThat(origins.list()).hasSize(2);
        assertThat(origins.list().getFirst().members())
                .extracting(OriginMember::article, OriginMember::relation)
                .containsExactly(tuple("a", OriginMember.ORIGINAL), tuple("b", OriginMember.WIRE));
    }

    @Test
    void countsAFamilyOfPublishersOnce() {
        var family = new Origin(null, "faro-group", null, null);
        var origins = of(
                FIRST.withOrigin(family),
                article("b").from("faro.example").saying("Ships wait.").withOrigin(family));

        assertThat(origins.list()).singleElement().satisfies(o -> assertThat(o.members())
                .last()
                .extracting(OriginMember::relation)
                .isEqualTo(OriginMember.FAMILY));
    }

    @Test
    void makesTwoOriginsOne_whenStoriesMergeAndOneRepeatsTheOther() {
        var copy = article("b").from("courier.example").saying(REPORT).after(Duration.ofHours(1));
        var apart = of(copy).plus(of(article("c").from("third.example").saying("Ships wait outside."), FIRST));

        assertThat(apart.independent()).isEqualTo(2);
        assertThat(apart.list())
                .filteredOn(o -> o.articles().contains("a"))
                .singleElement()
                .satisfies(o -> assertThat(o.members())
                        .extracting(OriginMember::article, OriginMember::relation, OriginMember::of)
                        .containsExactly(tuple("a", OriginMember.ORIGINAL, null), tuple("b", OriginMember.COPY, "a")));
    }

    @Test
    void believesAnEarlierStage_thatFoundATranslation() {
        var origins = of(
                FIRST,
                article("b")
                        .from("corriere.example")
                        .in("it")
                        .saying("Circa 2.500 portuali.")
                        .withOrigin(new Origin(null, null, "a", null)));

        assertThat(origins.list()).hasSize(1);
    }

    @Test
    void movesNoArticle_whenItIsRevised() {
        var origins = of(
                FIRST,
                article("b").from("courier.example").saying(REPORT),
                article("b")
                        .from("courier.example")
                        .saying("Rewritten in full.")
                        .revised(2));

        assertThat(origins.list()).singleElement().satisfies(o -> assertThat(o.articles())
                .containsExactly("a", "b"));
    }

    @Test
    void keepsTheFirstAndTheLatest_ofAnOriginsManyArticles() {
        var many = new Articles[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = article("n" + i).saying("text " + i);
        }

        assertThat(of(many).list()).singleElement().satisfies(o -> assertThat(o.articles())
                .hasSize(200)
                .startsWith("n0", "n101")
                .endsWith("n299"));
    }

    private static Origins of(Articles... articles) {
        var origins = Origins.NONE;
        for (var article : articles) {
            origins = origins.plus(article.sighting());
        }
        return origins;
    }
}
