package dev.tocsin.classify.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.classify.eval.TopicEval.LabelledText;
import dev.tocsin.contracts.TopicHit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicReportTest {
    private static final List<String> TOPICS = List.of("fire", "flood");

    @Test
    void scoresEachTopic_whenSomeAreMissedAndSomeAreWrong() {
        var texts = List.of(
                text("a", Set.of("flood"), Set.of()),
                text("b", Set.of("flood"), Set.of()),
                text("c", Set.of(), Set.of()));

        var report = TopicReport.of(TOPICS, texts, List.of(hits("flood"), hits(), hits("flood")), 10);

        // flood: one right, one wrong, one missed; fire: nothing expected, nothing said
        assertThat(report.macroF1()).isCloseTo((0.5 + 0) / 2, within(1e-9));
        assertThat(report.wrong())
                .extracting(w -> w.id() + " " + w.kind() + " " + w.topic())
                .containsExactly("b missed flood", "c wrong flood");
        assertThat(report.table()).contains("flood                    en          2      1      1      1     0.500");
    }

    @Test
    void doesNotCountALabel_whenItIsOptional() {
        var texts = List.of(text("a", Set.of(), Set.of("flood")), text("b", Set.of("flood"), Set.of()));

        var report = TopicReport.of(List.of("flood"), texts, List.of(hits("flood"), hits("flood")), 10);

        assertThat(report.macroF1()).isEqualTo(1);
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void onlyCounts_whenTheFileHasNoLabels() {
        var unlabelled = new LabelledText("a", "en", null, "text", Optional.empty(), Set.of());

        var report = TopicReport.of(TOPICS, List.of(unlabelled), List.of(hits("flood")), 10);

        assertThat(report.rows()).isEmpty();
        assertThat(report.table()).isEqualTo("1 texts, 10 texts/s on one thread%n".formatted());
    }

    private static LabelledText text(String id, Set<String> labels, Set<String> optional) {
        return new LabelledText(id, "en", null, "text", Optional.of(labels), optional);
    }

    private static List<TopicHit> hits(String... topics) {
        return List.of(topics).stream()
                .map(t -> new TopicHit(t, 1, 0.9, List.of()))
                .toList();
    }
}
