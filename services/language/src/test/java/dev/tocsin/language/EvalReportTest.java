package dev.tocsin.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.language.Eval.LabelledText;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvalReportTest {
    private static final List<LabelledText> ITEMS = List.of(
            new LabelledText(2, "it", "sentence", "uno"),
            new LabelledText(3, "it", "sentence", "due"),
            new LabelledText(4, "en", "sentence", "one"));

    @Test
    void averagesOverLanguages_whenOneIsTakenForAnother() {
        var report = EvalReport.of(ITEMS, List.of(said("it"), said("en"), said("en")), 100);

        // it: precision 1, recall 1/2, F1 2/3; en: precision 1/2, recall 1, F1 2/3
        assertThat(report.macroF1().get("sentence")).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(report.macroRecall().get("all")).isCloseTo(0.75, within(1e-9));
        assertThat(report.wrong()).singleElement().satisfies(w -> {
            assertThat(w.line()).isEqualTo(3);
            assertThat(w.predicted()).isEqualTo("en");
        });
        assertThat(report.table()).contains("sentence   it       2     1.000   0.500   0.667");
    }

    @Test
    void isRight_whenTheScriptIsSaidToo() {
        var report =
                EvalReport.of(List.of(new LabelledText(2, "sr", "sentence", "jedan")), List.of(said("sr-Latn")), 100);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.macroF1().get("sentence")).isEqualTo(1);
    }

    @Test
    void onlyCounts_whenTheFileHasNoLabels() {
        var report = EvalReport.of(List.of(new LabelledText(1, null, "", "uno")), List.of(said("it")), 100);

        assertThat(report.rows()).isEmpty();
        assertThat(report.wrong()).isEmpty();
        assertThat(report.table()).isEqualTo("1 texts, 100 texts/s on one thread%n".formatted());
    }

    private static DetectedLanguage said(String tag) {
        return new DetectedLanguage(tag, 0.9, null);
    }
}
