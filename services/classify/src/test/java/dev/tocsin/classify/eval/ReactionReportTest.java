package dev.tocsin.classify.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.classify.eval.ReactionEval.Told;
import dev.tocsin.classify.eval.ReactionEval.ToldText;
import dev.tocsin.contracts.Reaction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReactionReportTest {
    @Test
    void countsActors_andStancesOfThoseFound() {
        var texts = List.of(
                text(new Told("Viktor Orban", "supports"), new Told("China", "neutral")),
                text(new Told("France", "restraint")));

        var report = ReactionReport.of(
                texts,
                List.of(
                        List.of(reaction("Viktor Orbán (Hungary)", "concern"), reaction("Japan", "thanks")),
                        List.of(reaction("France", "restraint"))),
                10);

        var all = report.rows().getLast();
        assertThat(List.of(all.expected(), all.actors(), all.extra(), all.stances()))
                .containsExactly(3, 2, 1, 1);
        assertThat(report.wrong())
                .extracting(w -> w.kind() + " " + w.actor())
                .containsExactly("stance Viktor Orban", "missed China", "extra Japan");
        assertThat(report.table()).contains("all         3      2      1     0.667   0.667   0.667        0.500");
    }

    @Test
    void onlyCounts_whenTheFileHasNoLabels() {
        var unlabelled = new ToldText("a", "en", null, "text", Optional.empty());

        var report = ReactionReport.of(List.of(unlabelled), List.of(List.of(reaction("Japan", "thanks"))), 10);

        assertThat(report.table()).isEqualTo("1 texts, 10 texts/s on one thread%n".formatted());
    }

    private static ToldText text(Told... told) {
        return new ToldText("a", "en", null, "text", Optional.of(List.of(told)));
    }

    private static Reaction reaction(String actor, String stance) {
        return new Reaction(actor, stance, null, null, "", 0, 0);
    }
}
