package dev.tocsin.alerts.policy;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Actor;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ArticleChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sentences that a desk reads, and how severe it all is. */
class FiguresToldTest {
    private static final String TEXT =
            "A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.";
    private static final Articles FIRST =
            article("a").titled("Dockers block the harbour of Veltrova").saying(TEXT);

    private final Bench bench = new Bench(AlertRules.DEFAULTS);

    @Test
    void tellsATollThatRises_whoeverCountsIt() {
        bench.see(FIRST.counting(18, "security", "the interior ministry", "official"));

        assertThat(texts(bench.see(more("b", 1).counting(19, "security", "the prosecutor general", "official"))))
                .containsExactly("killed, security: 18 → 19, prosecutor general");
    }

    @Test
    void tellsAtOnce_whenAFigureIsWithdrawn_andHowSevereItStillIs() {
        var begun = bench.see(FIRST.counting(164, "unspecified", "the government", "official"))
                .orElseThrow();
        assertThat(begun.severity()).isEqualTo(Alert.Severity.Extreme);
        assertThat(begun.changes())
                .extracting(Alert.Change::text)
                .containsExactly("new story, first seen at Herald", "killed: 164, government");

        var denied = bench.see(more("b", 0).denying(164, "the health ministry")).orElseThrow();
        assertThat(denied.changes())
                .extracting(Alert.Change::text)
                .containsExactly("164 killed withdrawn by the health ministry", "severity: Extreme → Unknown");
        assertThat(denied.changes().getFirst().kind()).isEqualTo("figure-ended");
        assertThat(denied.changes().getFirst().before()).isEqualTo("164");
        assertThat(denied.changes().getFirst().after()).isNull();

        assertThat(texts(
                        bench.see(more("c", 1).from("courier.example").counting(164, "unspecified", null, "reported"))))
                .contains("164 killed told again by Courier, though withdrawn by the health ministry");
    }

    @Test
    void setsOneFigureAgainstAnother_whenNeitherIsATollThatRises() {
        bench.see(FIRST.counting(26, "unspecified", "the interior ministry", "official"));

        assertThat(texts(bench.see(more("b", 1).counting(12, "unspecified", "the mayor", "official"))))
                .containsExactly("killed: 12, city hall, against 26 (interior ministry)");
    }

    @Test
    void tellsAStanceThatChanges_atOnce() {
        bench.see(FIRST.telling("Russia", "concern"));

        assertThat(texts(bench.see(more("b", 0).after(Duration.ofMinutes(3)).telling("Russia", "sends"))))
                .containsExactly("Russia: concern → sends", "severity: Unknown → Severe");
    }

    @Test
    void tellsTheStepsOfWhatGoesOn() throws Exception {
        var rules = PolicyFile.read(
                "policy.yaml",
                """
                topics:
                  protests:
                    phases:
                      of: CSTO
                      steps:
                        - {name: requested, signals: [asked]}
                        - {name: approved, signals: [agreed]}
                        - {name: landed, signals: [there]}
                """,
                AlertRules.DEFAULTS.common());
        var desk = new Bench(rules);

        assertThat(texts(desk.see(FIRST.firing("asked")))).contains("CSTO: requested");
        assertThat(texts(desk.see(more("b", 0).firing("there")))).containsExactly("CSTO: requested → landed");
        assertThat(texts(desk.see(more("c", 0).firing("agreed")))).isEmpty();
    }

    @Test
    void takesTheStoryBack_whenItsPagesAreGone_andTellsItAgainWhenTheyAreBack() {
        bench.see(FIRST);
        var gone = bench.see(FIRST.revised(2).changed(ArticleChange.VANISHED)).orElseThrow();
        assertThat(gone.msgType()).isEqualTo(Alert.MsgType.Cancel);
        assertThat(gone.revision()).isEqualTo(2);

        var back = bench.see(FIRST.revised(3).changed(ArticleChange.BACK)).orElseThrow();
        assertThat(back.msgType()).isEqualTo(Alert.MsgType.Update);
        assertThat(back.changes()).extracting(Alert.Change::kind).containsExactly("revived");
    }

    @Test
    void namesOriginsSpellingsAndPlaces() {
        var alert = bench.see(FIRST.graded("B").naming(new Actor("karimova", "person", "Aida Karimova", 66, 74)))
                .orElseThrow();

        assertThat(alert.names())
                .containsExactly(new Alert.Name("karimova", "Aida Karimova", TEXT.substring(66, 74), "a"));
        assertThat(alert.origins()).containsExactly(new Alert.Origin("herald.example", "Herald", "B", 1, List.of()));
        assertThat(alert.places()).extracting(Alert.Where::name).containsExactly("Veltrova");
        assertThat(alert.credibility()).isEqualTo(3);
    }

    private static Articles more(String id, int hours) {
        return article(id)
                .titled("Harbour of Veltrova blocked by dockers, day " + id)
                .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.")
                .after(Duration.ofHours(hours).plusMinutes(1));
    }

    private static List<String> texts(Optional<Alert> alert) {
        return alert.stream()
                .flatMap(a -> a.changes().stream())
                .map(Alert.Change::text)
                .toList();
    }
}
