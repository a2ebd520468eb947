package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelCodesTest {
    @Test
    void givesTheCodeOfTheJdk_whenTheModelUsesIt() {
        assertThat(ModelCodes.of("it")).containsExactly("ita");
        assertThat(ModelCodes.of("nb")).containsExactly("nob");
    }

    @Test
    void givesTheModelsOwnCodes_whenItUsesOthers() {
        assertThat(ModelCodes.of("zh")).containsExactly("cmn");
        assertThat(ModelCodes.of("fa")).containsExactly("fas", "pes");
    }

    @Test
    void givesNothing_whenTheTagIsNoLanguage() {
        assertThat(ModelCodes.of("xx")).isEmpty();
        assertThat(ModelCodes.of("")).isEmpty();
    }
}
