package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageFileTest {
    static Stream<String> tags() {
        try (var files = Files.list(Path.of("src/main/resources/languages"))) {
            return files.map(f -> f.getFileName().toString().replace(".tsv", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void isWrittenInItsOwnLetters(String tag) {
        var file = LanguageFile.of(tag);

        assertThat(Stream.of(file.words(), file.endings(), file.beginnings()).flatMap(s -> s.stream()))
                .allSatisfy(entry -> {
                    assertThat(entry).isEqualTo(entry.toLowerCase(Locale.ROOT)).isNotBlank();
                    assertThat(file.letters().isEmpty() || lettersOf(entry, file))
                            .as("letters of '%s'", entry)
                            .isTrue();
                });
        assertThat(Stream.concat(file.endings().stream(), file.beginnings().stream()))
                .allSatisfy(affix -> assertThat(affix.length()).isLessThanOrEqualTo(12));
    }

    private static boolean lettersOf(String entry, LanguageFile file) {
        return entry.chars()
                .filter(Character::isLetter)
                .allMatch(c -> file.letters().indexOf(c) >= 0);
    }

    @Test
    void isWrittenInLatinLetters_whenThereIsNoFile() {
        assertThat(LanguageFile.of("xx").scripts()).containsExactly(UnicodeScript.LATIN);
    }

    @Test
    void namesFileLineAndKey_whenALineIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LanguageFile.parse("xx", List.of("# Xx", "script\tLatn", "wrods\ta b")))
                .withMessageContaining("languages/xx.tsv line 3")
                .withMessageContaining("'wrods'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LanguageFile.parse("xx", List.of("script\tLatin9")))
                .withMessageContaining("line 1")
                .withMessageContaining("'Latin9'");
    }

    @Test
    void hasASubtag_whenTheScriptIsNotTheUsualOne() {
        assertThat(LanguageFile.of("sr").tagIn(UnicodeScript.LATIN)).isEqualTo("sr-Latn");
        assertThat(LanguageFile.of("sr").tagIn(UnicodeScript.CYRILLIC)).isEqualTo("sr");
        assertThat(LanguageFile.of("uz").tagIn(UnicodeScript.CYRILLIC)).isEqualTo("uz-Cyrl");
        assertThat(LanguageFile.of("ja").tagIn(UnicodeScript.HIRAGANA)).isEqualTo("ja");
    }
}
