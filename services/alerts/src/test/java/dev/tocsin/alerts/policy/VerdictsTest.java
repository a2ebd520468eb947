package dev.tocsin.alerts.policy;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What analysts decide changes what rings next. */
class VerdictsTest {
    private static final Articles FIRST = article("a")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles SECOND = more("b").from("courier.example");

    private final Bench bench = new Bench(AlertRules.DEFAULTS);

    @BeforeEach
    void ringsOnce() {
        assertThat(bench.see(FIRST)).isPresent();
    }

    @Test
    void goesOnRinging_whenAcknowledged_andSaysByWhom() {
        assertThat(bench.judge(Verdict.Kind.ACKNOWLEDGED, MORNING, null)).isEmpty();

        assertThat(bench.see(SECOND).orElseThrow().acknowledgedBy()).isEqualTo("ada");
    }

    @Test
    void tellsWhatCameMeanwhile_whenAMuteEnds() {
        bench.judge(Verdict.Kind.MUTED, MORNING, at(10));
        assertThat(bench.see(SECOND)).isEmpty();
        assertThat(bench.see(more("c").counting(3, "unspecified", null, "reported")))
                .isEmpty();

        assertThat(bench.passTo(at(9))).isEmpty();
        assertThat(bench.passTo(at(10)).orElseThrow().changes())
                .extracting(Alert.Change::text)
                .startsWith("while muted: 3 changes", "second origin: Courier")
                .contains("killed: 3, Herald");
    }

    @Test
    void tellsNothing_whenNothingCameWhileItWasMuted() {
        bench.judge(Verdict.Kind.MUTED, MORNING, at(2));

        assertThat(bench.passTo(at(3))).isEmpty();
        assertThat(bench.see(SECOND.after(Duration.ofHours(4))).orElseThrow().changes())
                .extracting(Alert.Change::kind)
                .containsExactly("new-origin");
    }

    @Test
    void ringsNoMore_whenIrrelevant_unlessSeverityRisesByTwoSteps() {
        bench.judge(Verdict.Kind.IRRELEVANT, MORNING, null);

        assertThat(bench.see(SECOND)).isEmpty();
        assertThat(bench.see(more("c").counting(1, "unspecified", null, "reported")))
                .get()
                .extracting(Alert::severity)
                .isEqualTo(Alert.Severity.Severe);
    }

    @Test
    void ringsAgain_whenItIsRelevantAfterAll() {
        bench.judge(Verdict.Kind.IRRELEVANT, MORNING, null);
        bench.see(SECOND);

        assertThat(bench.judge(Verdict.Kind.RELEVANT, at(1), null).orElseThrow().changes())
                .extracting(Alert.Change::kind)
                .containsExactly("new-origin");
    }

    @Test
    void changesNothing_whenAVerdictIsDeliveredAgainOrComesLate() {
        var irrelevant = bench.verdict("one", Verdict.Kind.IRRELEVANT, MORNING, null);
        var relevant = bench.verdict("two", Verdict.Kind.RELEVANT, at(1), null);
        bench.judge(relevant);
        var state = bench.story();
        bench.judge(irrelevant);
        bench.judge(relevant);

        assertThat(bench.story()).isEqualTo(state);
        assertThat(bench.see(SECOND)).isPresent();
    }

    @Test
    void leavesAMutedSourceUnheard_untilOthersTellOrTheMuteEnds() {
        bench.mute("source", "courier.example", MORNING, at(10));

        assertThat(bench.see(SECOND)).isEmpty();
        assertThat(bench.passTo(at(10)).orElseThrow().changes())
                .extracting(Alert.Change::text)
                .containsExactly("while muted: 1 change", "second origin: Courier");
    }

    @Test
    void leavesAMutedActorUnheard_andTellsTheRest() {
        bench.mute("actor", "Russia", MORNING, at(10));

        assertThat(bench.see(SECOND.telling("Russia", "concern")).orElseThrow().changes())
                .extracting(Alert.Change::text)
                .containsExactly("second origin: Courier");
        assertThat(bench.passTo(at(10)).orElseThrow().changes())
                .extracting(Alert.Change::text)
                .containsExactly("while muted: 1 change", "Russia: concern");
    }

    @Test
    void repeats_untilSomebodyAcknowledges() throws Exception {
        var rules = PolicyFile.read(
                "policy.yaml", "repeat: {after: 1h, most: 2, from: Unknown}", AlertRules.DEFAULTS.common());
        var desk = new Bench(rules);
        desk.see(FIRST);

        assertThat(desk.passTo(at(2)).orElseThrow().changes())
                .extracting(Alert.Change::kind)
                .containsExactly("repeat");
        desk.judge(Verdict.Kind.ACKNOWLEDGED, at(2), null);
        assertThat(desk.passTo(at(3))).isEmpty();
    }

    @Test
    void repeatsWhatWasTold_whileAChangeWaitsForLonger() throws Exception {
        var rules = PolicyFile.read(
                "policy.yaml", "repeat: {after: 1h, most: 2, from: Unknown}", AlertRules.DEFAULTS.common());
        var desk = new Bench(rules);
        desk.see(FIRST);
        desk.mute("source", "courier.example", MORNING, at(10));
        assertThat(desk.see(SECOND)).isEmpty();

        for (int hours = 2; hours <= 3; hours++) {
            assertThat(desk.passTo(at(hours)).orElseThrow().changes())
                    .extracting(Alert.Change::kind)
                    .containsExactly("repeat");
        }
        assertThat(desk.passTo(at(9))).isEmpty();
        assertThat(desk.passTo(at(10)).orElseThrow().changes())
                .extracting(Alert.Change::text)
                .containsExactly("while muted: 1 change", "second origin: Courier");
    }

    @Test
    void endsAMuteNeitherAfterAllTimesNorBeforeItsStart() {
        var endless = bench.verdict("v", Verdict.Kind.MUTED, MORNING, Instant.MAX);
        var backward = bench.verdict("v", Verdict.Kind.MUTED, MORNING, Instant.MIN);

        assertThat(AlertPolicy.until(endless, false, at(1))).isEqualTo(Told.FOREVER);
        assertThat(AlertPolicy.until(endless, true, at(1))).isEqualTo(Told.FOREVER);
        assertThat(AlertPolicy.until(bench.verdict("v", Verdict.Kind.MUTED, MORNING, Told.FOREVER), true, at(1)))
                .isEqualTo(Told.FOREVER);
        assertThat(AlertPolicy.until(backward, true, at(1))).isEqualTo(at(1));
        assertThat(AlertPolicy.until(bench.verdict("v", Verdict.Kind.MUTED, MORNING, at(2)), true, at(1)))
                .isEqualTo(at(3));
    }

    private static Instant at(int hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }

    private static Articles more(String id) {
        return article(id)
                .titled("Harbour of Veltrova blocked by dockers")
                .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.")
                .after(Duration.ofMinutes(30));
    }
}
