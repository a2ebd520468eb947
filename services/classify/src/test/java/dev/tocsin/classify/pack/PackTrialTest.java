package dev.tocsin.classify.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackTrialTest {
    private static final String PACK =
            """
            id: floods
            version: 1
            name: {en: Floods}
            threshold: 0.5
            titleBoost: 1.5
            signals:
              - {id: flood, weight: 0.6, terms: {en: [flood]}}
            examples:
              match:
                - {language: en, text: A flood came.}
                - {language: en, text: Nothing came.}
              reject:
                - {language: en, text: A flood of letters came.}
            """;

    @Test
    void triesAllExamples_alsoThoseBehindOneThatFails() {
        var trial = PackTrial.of(PACK);
        assertThat(trial.mistake()).isNull();
        assertThat(trial.sound()).isFalse();
        assertThat(trial.examples()).extracting(PackTrial.Tried::holds).containsExactly(true, false, false);
        assertThat(trial.examples()).extracting(PackTrial.Tried::line).containsExactly(10, 11, 13);
        assertThat(trial.examples().getFirst().score().evidence())
                .singleElement()
                .satisfies(e -> assertThat(e.start()).isEqualTo(2));
    }

    @Test
    void tellsAMistakeInParts() {
        var mistake = PackTrial.of(PACK.replace("weight", "wieght")).mistake();
        assertThat(mistake.line()).isEqualTo(7);
        assertThat(mistake.key()).isEqualTo("signals[0].wieght");
        assertThat(mistake.reason()).startsWith("is no key of a pack");
        assertThat(PackTrial.of("id: [").mistake().line()).isNotNull();
        assertThat(PackTrial.of("").mistake()).isNotNull();
    }
}
