package dev.tocsin.alerts.policy;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.alerts.story.Articles;
import dev.tocsin.alerts.story.OpenStories;
import dev.tocsin.alerts.story.Outcome;
import dev.tocsin.alerts.story.StoryEngine;
import dev.tocsin.alerts.story.StoryRules;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.alerts.story.Told;
import dev.tocsin.contracts.Alert;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {
    private static final Articles FIRST = article("a")
            .titled("Dockers block the harbour of Veltrova")
            .saying("A protest of 2,500 dockers blocked the harbour of Veltrova, Mayor Karimova said.");
    private static final Articles SECOND = article("b")
            .from("courier.example")
            .titled("Harbour of Veltrova blocked by dockers")
            .saying("Dockers have closed the harbour of Veltrova in protest, according to Mayor Karimova.");

    private final StoryEngine engine = new StoryEngine(StoryRules.DEFAULTS);
    private final Map<String, StoryState> shelf = new HashMap<>();
    private final OpenStories open = new OpenStories(shelf::get);
    private final AlertPolicy policy = new AlertPolicy();

    @Test
    void ringsOnce_whenAStoryBegins() {
        var alert = ring(FIRST).orElseThrow();

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
        var alert = ring(FIRST).orElseThrow();

        assertThat(alert.times())
                .isEqualTo(new Alert.Times(
                        MORNING, MORNING.plusSeconds(60), MORNING.plusSeconds(61), MORNING.plusSeconds(62)));
    }

    @Test
    void leavesThePublicationOpen_whereItIsUnknown() {
        var alert = ring(FIRST.at(null, MORNING)).orElseThrow();

        assertThat(alert.times().published()).isNull();
        assertThat(alert.urgency()).isEqualTo(Alert.Urgency.Unknown);
    }

    @Test
    void ringsAgain_whenASecondSourceConfirms() {
        ring(FIRST);
        var alert = ring(SECOND).orElseThrow();

        assertThat(alert.revision()).isEqualTo(2);
        assertThat(alert.msgType()).isEqualTo(Alert.MsgType.Update);
        assertThat(alert.changes()).containsExactly(new Alert.Change("new-origin", "second origin: Courier", "1", "2"));
        assertThat(alert.certainty()).isEqualTo(Alert.Certainty.Likely);
    }

    @Test
    void ringsAgain_whenAnotherLanguageJoins() {
        ring(FIRST);
        var alert = ring(article("c")
                        .in("it")
                        .titled("I portuali bloccano Veltrova, Karimova: calma")
                        .saying("In 2.500 hanno bloccato il porto di Veltrova, dice la sindaca Karimova."))
                .orElseThrow();

        assertThat(alert.changes())
                .containsExactly(new Alert.Change("new-language", "now also in Italian", "en", "en, it"));
    }

    @Test
    void staysSilent_whenTheSameSourceTellsMore() {
        ring(FIRST);

        assertThat(ring(article("b").titled(SECOND.title()).saying(SECOND.text())))
                .isEmpty();
    }

    @Test
    void staysSilent_whenAnotherSourceOnlyCopies() {
        ring(FIRST);

        assertThat(ring(article("b")
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
                    article("n" + i).titled(FIRST.title()).saying(FIRST.text()).after(Duration.ofMinutes(i));
            revisions.append(ring(more).isPresent() ? "1" : "0");
        }

        assertThat(revisions).hasToString("1001000100000001");
    }

    @Test
    void ringsAsAnExercise_whenItIsAReplay() {
        assertThat(ring(FIRST.replayed()).orElseThrow().status()).isEqualTo(Alert.Status.Exercise);
    }

    @Test
    void judgesUrgencyByAge() {
        assertThat(urgencyAfter(Duration.ofMinutes(59))).isEqualTo(Alert.Urgency.Immediate);
        assertThat(urgencyAfter(Duration.ofHours(23))).isEqualTo(Alert.Urgency.Expected);
        assertThat(urgencyAfter(Duration.ofHours(25))).isEqualTo(Alert.Urgency.Past);
    }

    private Alert.Urgency urgencyAfter(Duration age) {
        return CapWords.urgency(FIRST.at(MORNING, MORNING.plus(age)).sighting());
    }

    private Optional<Alert> ring(Articles article) {
        var sighting = article.sighting();
        if (!(engine.accept(open, sighting, Optional.empty())
                instanceof Outcome.Changed(var state, var others, var moved))) {
            throw new AssertionError("changed nothing");
        }
        var alert = policy.ring(state, sighting, article.fetched().plusSeconds(2));
        var told = alert.map(a -> state.telling(Told.of(a))).orElse(state);
        shelf.put(told.id(), told);
        open.put(told);
        assertThat(open.size()).as("one story").isEqualTo(1);
        return alert;
    }
}
