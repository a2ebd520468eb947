package dev.tocsin.alerts.policy;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.contracts.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {
    private static final Articles FIRST = article("a")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles SECOND = article("b")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.");

    private final Bench bench = new Bench(AlertRules.DEFAULTS);

    @Test
    void ringsOnce_whenAStoryBegins() {
        var alert = bench.see(FIRST).orElseThrow();

        assertThat(alert.revision()).isEqualTo(1);
        assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Alert);
        assertThat(alert.changes()).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo("new-story");
            assertThat(c.text()).isEqualTo("new story, first seen at Herald");
            assertThat(c.before()).isNull();
        });
        assertThat(alert.status()).isEqualTo(Alert.Status.Actual);
        assertThat(alert.certainty()).isEqualTo(Alert.Certainty.Possible);
        assertThat(alert.severity()).isEqualTo(Alert.Severity.Unknown);
        assertThat(alert.links()).extracting(Alert.Link::article).containsExactly("a");
        assertThat(alert.why()).singleElement().satisfies(w -> {
            assertThat(w.signal()).isEqualTo("street");
            assertThat(w.version()).isEqualTo(3);
            assertThat(w.quote()).contains("A protest of 2,500 dockers");
        });
    }

    @Test
    void keepsTheFourTimesApart() {
        var alert = bench.see(FIRST).orElseThrow();

        assertThat(alert.times())
                .isEqualTo(new Alert.Times(
                        MORNING, MORNING.plusSeconds(60), MORNING.plusSeconds(61), MORNING.plusSeconds(62)));
    }

    @Test
    void leavesThePublicationOpen_whereItIsUnknown() {
        var alert = bench.see(FIRST.at(null, MORNING)).orElseThrow();

        assertThat(alert.times().published()).isNull();
        assertThat(alert.urgency()).isEqualTo(Alert.Urgency.Unknown);
    }

    @Test
    void ringsAgain_whenASecondSourceConfirms() {
        bench.see(FIRST);
        var alert = bench.see(SECOND).orElseThrow();

        assertThat(alert.revision()).isEqualTo(2);
        assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Update);
        assertThat(alert.changes()).containsExactly(new Alert.Change("new-origin", "second origin: Courier", "1", "2"));
        assertThat(alert.certainty()).isEqualTo(Alert.Certainty.Likely);
    }

    @Test
    void tellsOfAnotherLanguage_whenTheStoryHasCooledDown() {
        bench.see(FIRST);
        assertThat(bench.see(article("c")
                        .in("it")
                        .titled("I portuali bloccano Veltrova, Karimova: calma")
                        .saying("In 2.500 hanno bloccato il porto di Veltrova, dice la sindaca Karimova.")))
                .isEmpty();

        assertThat(bench.passTo(MORNING.plus(Duration.ofMinutes(5)))).isEmpty();
        assertThat(bench.passTo(MORNING.plus(Duration.ofMinutes(6)))
                        .orElseThrow()
                        .changes())
                .containsExactly(new Alert.Change("new-language", "now also in Italian", "en", "en, it"));
        assertThat(bench.passTo(MORNING.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void staysSilent_whenTheSameSourceTellsMore() {
        bench.see(FIRST);

        assertThat(bench.see(article("b").titled(SECOND.title()).saying(SECOND.text())))
                .isEmpty();
    }

    @Test
    void staysSilent_whenAnotherSourceOnlyCopies() {
        bench.see(FIRST);

        assertThat(bench.see(article("b")
                        .from("courier.example")
                        .titled(FIRST.title())
                        .saying(FIRST.text())))
                .isEmpty();
    }

    @Test
    void ringsAgain_wheneverTheArticlesDouble() {
        var revisions = new StringBuilder();
        for (int i = 1; i <= 16; i++) {
            var more =
                    article("n" + i).titled(FIRST.title()).saying(FIRST.text()).after(Duration.ofMinutes(6L * i));
            revisions.append(bench.see(more).isPresent() ? "1" : "0");
        }

        assertThat(revisions).hasToString("1001000100000001");
    }

    @Test
    void ringsAsAnExercise_whenItIsAReplay() {
        assertThat(bench.see(FIRST.replayed()).orElseThrow().status()).isEqualTo(Alert.Status.Exercise);
    }

    @Test
    void judgesUrgencyByAge() {
        assertThat(urgencyAfter(Duration.ofMinutes(59))).isEqualTo(Alert.Urgency.Immediate);
        assertThat(urgencyAfter(Duration.ofHours(23))).isEqualTo(Alert.Urgency.Expected);
        assertThat(urgencyAfter(Duration.ofHours(25))).isEqualTo(Alert.Urgency.Past);
    }

    private Alert.Urgency urgencyAfter(Duration age) {
        var cause = Causes.of(FIRST.at(MORNING, MORNING.plus(age)).sighting());
        return CapWords.urgency(cause, AlertRules.DEFAULTS.common());
    }
}
