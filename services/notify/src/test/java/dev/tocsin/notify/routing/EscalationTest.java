package dev.tocsin.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.routing.Escalation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final Route ROUTE = new Route(
            "r",
            Match.ofTopics(Set.of(), Match.REAL),
            null,
            Route.GroupBy.STORY,
            Duration.ZERO,
            Duration.ZERO,
            null,
            List.of("a"),
            List.of(
                    new Route.Step(Duration.ofMinutes(10), List.of("b")),
                    new Route.Step(Duration.ofMinutes(30), List.of("c"))),
            null);

    @Test
    void takesItsStepsAfterTheFirstMessage() {
        var begun = told(null, null, "Severe", Alerts.AT);

        assertThat(begun.due(ROUTE)).contains(Alerts.AT.plus(Duration.ofMinutes(10)));
        assertThat(begun.next().due(ROUTE)).contains(Alerts.AT.plus(Duration.ofMinutes(30)));
        assertThat(begun.next().next().due(ROUTE)).isEmpty();
    }

    @Test
    void goesOnAsItWas_whenTheStoryIsToldAgain() {
        var begun = told(null, null, "Severe", Alerts.AT).next();

        assertThat(told(begun, null, "Severe", Alerts.AT.plusSeconds(700))).isEqualTo(begun);
        assertThat(told(begun, null, "Minor", Alerts.AT.plusSeconds(700))).isEqualTo(begun);
    }

    @Test
    void neverBegins_whenSomebodyAnsweredBeforeTheGroupWasTold() {
        var begun = told(null, new Answer(Alerts.AT, "acknowledged by anna"), "Severe", Alerts.AT.plusSeconds(30));

        assertThat(begun.ended()).isEqualTo("acknowledged by anna");
        assertThat(begun.due(ROUTE)).isEmpty();
    }

    @Test
    void beginsAnew_whenAnAnsweredStoryBecomesMoreSevere() {
        var ended = told(null, null, "Moderate", Alerts.AT).next().end("acknowledged by anna");
        var later = Alerts.AT.plusSeconds(3600);

        var anew = told(ended, new Answer(Alerts.AT.plusSeconds(60), "acknowledged by anna"), "Extreme", later);

        assertThat(anew.generation()).isEqualTo(2);
        assertThat(anew.due(ROUTE)).contains(later.plus(Duration.ofMinutes(10)));
        assertThat(anew.answered(new Answer(Alerts.AT.plusSeconds(60), "acknowledged by anna")))
                .isFalse();
        assertThat(anew.answered(new Answer(later.plusSeconds(60), "irrelevant by boris")))
                .isTrue();
    }

    @Test
    void ends_whenTheStoryIsCancelled() {
        var begun = told(null, null, "Severe", Alerts.AT);
        var cancel = Alerts.alert("s1", 2, json -> json.put("msgType", "Cancel"));

        var over =
                Escalation.told(begun, null, ROUTE, Subject.of(cancel).alert(), Alerts.AT, Alerts.AT.plusSeconds(60));
        assertThat(over.ended()).isEqualTo("cancelled");
        assertThat(over.end("acknowledged by anna").ended()).isEqualTo("cancelled");
    }

    @Test
    void begins_whenTheAnswerIsFromBeforeTheAlertCame() {
        var answer = new Answer(Alerts.AT.minusSeconds(1), "acknowledged by anna");

        assertThat(told(null, answer, "Severe", Alerts.AT.plusSeconds(30)).ended())
                .isNull();
    }

    @Test
    void beginsAnew_whenACancelledStoryComesBack() {
        var over = told(null, null, "Severe", Alerts.AT.minusSeconds(600)).end("cancelled");
        var cancelled = new Answer(Alerts.AT.minusSeconds(60), "cancelled");

        var back = told(over, cancelled, "Minor", Alerts.AT.plusSeconds(30));
        assertThat(back.generation()).isEqualTo(2);
        assertThat(back.due(ROUTE)).contains(Alerts.AT.plusSeconds(630));
        assertThat(told(over, new Answer(Alerts.AT, "cancelled"), "Severe", Alerts.AT.plusSeconds(30)))
                .as("told after the Cancel, but come before it")
                .isEqualTo(over);
    }

    private static Escalation told(@Nullable Escalation before, @Nullable Answer answer, String severity, Instant now) {
        Alert alert = Subject.of(Alerts.alert("s1", 1, json -> json.put("severity", severity)))
                .alert();
        return Escalation.told(before, answer, ROUTE, alert, Alerts.AT, now);
    }
}
