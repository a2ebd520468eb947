package dev.tocsin.archive.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AlertHeadTest {
    private static final Instant AT = Instant.parse("2022-01-06T20:00:00.123456789Z");

    @Test
    void showsTheHighestRevisionAndTheFirstTime() {
        var head = AlertHead.of("s1").with(alert(1, AT)).with(alert(2, AT.plusSeconds(5)));

        assertThat(head.alert()).isEqualTo(alert(2, AT.plusSeconds(5)));
        assertThat(head.firstAlerted()).isEqualTo(AT);
        assertThat(head.standing()).isEqualTo(Standing.NEW);
    }

    @Test
    void takesTheWordOfTheLastDecision_whoeverArrivesLast() {
        var muted = verdict("v1", Verdict.Kind.MUTED, AT.plusSeconds(9));

        var head = AlertHead.of("s1").with(muted).with(verdict("v2", Verdict.Kind.RELEVANT, AT));

        assertThat(head.verdict()).isEqualTo(muted);
        assertThat(head.standing()).isEqualTo(Standing.MUTED);
    }

    @Test
    void isNewAgain_whenTheDecisionIsTakenBack() {
        var back = new Verdict(
                "v2",
                "s1",
                "protests",
                Verdict.Kind.ACKNOWLEDGED,
                "ada",
                AT.plusSeconds(9),
                null,
                null,
                null,
                null,
                "v1",
                null);

        var head =
                AlertHead.of("s1").with(verdict("v1", Verdict.Kind.MUTED, AT)).with(back);

        assertThat(head.standing()).isEqualTo(Standing.NEW);
    }

    @Test
    void isTheSame_inWhateverOrderAndHoweverOftenItsMessagesArrive() {
        List<UnaryOperator<AlertHead>> messages = new ArrayList<>();
        for (int revision = 1; revision <= 4; revision++) {
            var alert = alert(revision, AT.plusSeconds(revision));
            messages.add(h -> h.with(alert));
        }
        for (var kind : Verdict.Kind.values()) {
            var verdict = verdict("v" + kind, kind, AT.plusSeconds(3));
            messages.add(h -> h.with(verdict));
        }
        messages.addAll(List.copyOf(messages));
        var random = new Random(7);
        var expected = after(messages);

        for (int i = 0; i < 200; i++) {
            Collections.shuffle(messages, random);
            assertThat(after(messages)).isEqualTo(expected);
        }
    }

    @Test
    void isItself_whenAMessageTellsNothingNew() {
        var head = AlertHead.of("s1").with(alert(2, AT)).with(verdict("v1", Verdict.Kind.MUTED, AT));

        assertThat(head.with(alert(2, AT))).isSameAs(head);
        assertThat(head.with(alert(1, AT.plusSeconds(1)))).isSameAs(head);
        assertThat(head.with(verdict("v1", Verdict.Kind.MUTED, AT))).isSameAs(head);
    }

    @Test
    void survivesItsJson() throws Exception {
        var head = AlertHead.of("s1").with(alert(2, AT)).with(verdict("v1", Verdict.Kind.MUTED, AT));

        assertThat(Json.read(Json.write(head), AlertHead.class)).isEqualTo(head);
    }

    private static AlertHead after(List<UnaryOperator<AlertHead>> messages) {
        var head = AlertHead.of("s1");
        for (var message : messages) {
            head = message.apply(head);
        }
        return head;
    }

    private static Alert alert(int revision, Instant alerted) {
        return new Alert(
                "s1",
                "protests",
                revision,
                revision == 1 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                Alert.Status.Actual,
                Alert.Urgency.Immediate,
                Alert.Severity.Severe,
                Alert.Certainty.Likely,
                "Headline",
                "en",
                List.of(),
                List.of(),
                revision,
                1,
                List.of("en"),
                null,
                new Alert.Times(null, AT, AT, alerted),
                List.of());
    }

    private static Verdict verdict(String id, Verdict.Kind kind, Instant at) {
        return new Verdict(id, "s1", "protests", kind, "ada", at, null, null, null);
    }
}
