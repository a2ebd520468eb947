package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert.Severity;
import dev.tocsin.contracts.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is left of the decisions on two stories that are one. */
class JudgementTest {
    private static final Instant LATER = MORNING.plus(Duration.ofHours(1));

    @Test
    void keepsTheLaterDecisionOfEachSort() {
        var one = Judgement.NONE
                .with(verdict("a", Verdict.Kind.MUTED, LATER), Severity.Severe, null)
                .with(verdict("b", Verdict.Kind.RELEVANT, MORNING), Severity.Severe, null);
        var other = Judgement.NONE
                .with(verdict("c", Verdict.Kind.MUTED, MORNING), Severity.Minor, LATER)
                .with(verdict("d", Verdict.Kind.IRRELEVANT, LATER), Severity.Minor, null);

        for (var both : new Judgement[] {one.mergedWith(other), other.mergedWith(one)}) {
            assertThat(both.muting()).isEqualTo(one.muting());
            assertThat(both.mutedUntil()).isNull();
            assertThat(both.irrelevantFrom()).isEqualTo(Severity.Minor);
        }
    }

    @Test
    void isAcknowledgedOnlyWhereBothAre() {
        var taken = Judgement.NONE.with(verdict("a", Verdict.Kind.ACKNOWLEDGED, MORNING), Severity.Minor, null);

        assertThat(taken.mergedWith(Judgement.NONE).acknowledgedBy()).isNull();
        assertThat(Judgement.NONE.mergedWith(taken).acknowledgedBy()).isNull();
        assertThat(taken.mergedWith(taken).acknowledgedBy()).isEqualTo("ada");
    }

    @Test
    void isUndecided_whenADecisionIsTakenBack_exceptForALaterOne() {
        var decided = Judgement.NONE
                .with(verdict("a", Verdict.Kind.ACKNOWLEDGED, MORNING), Severity.Severe, null)
                .with(verdict("b", Verdict.Kind.IRRELEVANT, MORNING), Severity.Severe, null)
                .with(verdict("c", Verdict.Kind.MUTED, LATER.plusSeconds(1)), Severity.Severe, Told.FOREVER);

        var undecided = decided.with(takingBack("b"), Severity.Severe, null);

        assertThat(undecided.acknowledgedBy()).isNull();
        assertThat(undecided.irrelevantFrom()).isNull();
        assertThat(undecided.mutedUntil()).isEqualTo(Told.FOREVER);
        assertThat(undecided.with(takingBack("b"), Severity.Severe, null)).isEqualTo(undecided);
    }

    private static Verdict takingBack(String id) {
        var kind = Verdict.Kind.ACKNOWLEDGED;
        return new Verdict("d", "story", Articles.TOPIC, kind, "ada", LATER, null, null, null, null, id, null);
    }

    private static Verdict verdict(String id, Verdict.Kind kind, Instant at) {
        return new Verdict(id, "story", Articles.TOPIC, kind, "ada", at, null, null, null);
    }
}
