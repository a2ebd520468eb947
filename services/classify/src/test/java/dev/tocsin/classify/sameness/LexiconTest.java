package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    @TempDir
    private Path folder;

    private Concepts read(String yaml) throws IOException, InvalidLexiconException {
        Files.writeString(folder.resolve("field.yaml"), yaml);
        return Concepts.read(folder);
    }

    @Test
    void readsStemsWholeWordsPrefixesAndPhrases() throws IOException, InvalidLexiconException {
        var concepts = read(
                """
                # a comment
                gas:
                  en: gas=, natural gas
                  ru: газ
                protest:
                  en: protest, demonstrat*
                """);

        assertThat(concepts.ids()).containsExactly("gas", "protest");
        assertThat(concepts.of("en", "Gas for all", "Protesters demonstratively left. A gasp."))
                .containsOnly(java.util.Map.entry("gas", 1), java.util.Map.entry("protest", 2));
        assertThat(concepts.of("en-GB", null, "natural gas")).containsEntry("gas", 1);
        assertThat(concepts.of("ru", null, "Цена газа; газета")).containsEntry("gas", 1);
        assertThat(concepts.of("fi", null, "gas")).isEmpty();
    }

    @Test
    void letsEachNotionReachAsFarAsItsOwnWordDoes() throws IOException, InvalidLexiconException {
        var concepts = read("gas:\n  en: gas=\nfuel:\n  en: gas*\n");

        assertThat(concepts.of("en", null, "gas")).containsOnlyKeys("gas", "fuel");
        assertThat(concepts.of("en", null, "gasoline")).containsOnlyKeys("fuel");
    }

    @Test
    void prefersTheLongerWord() throws IOException, InvalidLexiconException {
        var concepts = read("minister:\n  en: minister\nprime-minister:\n  en: prime minister\n");

        assertThat(concepts.of("en", null, "The prime minister spoke")).containsOnlyKeys("prime-minister");
        assertThat(concepts.of("en", null, "A prime example, minister")).containsOnlyKeys("minister");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gas: {en: gas}|'Gas' is no id",
                "gas: {}|'gas' has no words",
                "gas: {xx1: gas}|'gas' has 'xx1', which is no language",
                "gas: {en: 'gas,,lpg'}|'gas' has an empty word in en",
                "gas: {en: [|is not YAML",
                "# nothing|holds no notions"
            })
    void saysFileAndReason_whenItIsWrong(String yaml, String reason) {
        assertThatExceptionOfType(InvalidLexiconException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining(folder.toString())
                .withMessageContaining(reason);
    }

    @Test
    void namesBothFiles_whenANotionIsThereTwice() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "gas: {en: gas}");

        assertThatExceptionOfType(InvalidLexiconException.class)
                .isThrownBy(() -> read("gas: {it: gas}"))
                .withMessageContaining("a.yaml")
                .withMessageContaining("field.yaml");
    }
}
