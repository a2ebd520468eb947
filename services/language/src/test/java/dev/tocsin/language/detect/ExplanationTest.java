package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.language.Texts;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void namesTheCandidatesAndTheWordsThatDecide() {
        var explanation = Texts.DETECTOR.explain(null, "Люди, которые вышли на площадь, говорили о ценах.", "ru-RU");

        assertThat(explanation.language().tag()).isEqualTo("ru");
        assertThat(explanation.script()).isEqualTo("CYRILLIC");
        assertThat(explanation.candidates().getFirst().tag()).isEqualTo("ru");
        assertThat(explanation.words()).extracting(Explanation.Word::word).contains("которые");
        assertThat(explanation.declared()).isEqualTo("ru-ru");
        assertThat(explanation.toString()).contains("ru CYRILLIC", "'которые' +");
    }

    @Test
    void isEmpty_whenTheTextIsNoProse() {
        var explanation = Texts.DETECTOR.explain(null, "1234", null);

        assertThat(explanation.language().tag()).isEqualTo("und");
        assertThat(explanation.candidates()).isEmpty();
    }
}
