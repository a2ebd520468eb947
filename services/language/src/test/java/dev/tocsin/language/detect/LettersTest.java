package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final List<String> CYRILLIC = List.of("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg");

    @Test
    void dropsTheLanguagesThatLackALetter_whenTheTextIsFullOfIt() {
        assertThat(Letters.of("мы были вынуждены это объявить").possible(CYRILLIC))
                .contains("ru")
                .doesNotContain("uk", "be", "bg", "mk", "sr", "tg");
        assertThat(Letters.of("їхній з'їзд і її ґанок").possible(CYRILLIC)).containsExactly("uk");
        assertThat(Letters.of("қазақстан халқының әнұраны").possible(CYRILLIC)).containsExactly("kk");
        assertThat(Letters.of("њихова љубав").possible(CYRILLIC)).containsExactly("mk", "sr");
    }

    @Test
    void keepsThem_whenOneForeignNameIsQuotedInALongText() {
        var bulgarian = "Президентът заяви пред журналистите, че държавата ще помогне на пострадалите. ".repeat(3);

        assertThat(Letters.of(bulgarian + "Крылья").possible(CYRILLIC)).contains("bg");
    }

    @Test
    void goesByTheScriptOfMostLetters_whenScriptsAreMixed() {
        var letters = Letters.of("Компания Apple представила новый телефон");

        assertThat(letters.script()).isEqualTo(UnicodeScript.CYRILLIC);
        assertThat(letters.possible(List.of("en", "ru"))).containsExactly("ru");
    }

    @Test
    void takesChineseCharactersForJapanese_whenThereIsKanaBetweenThem() {
        assertThat(Letters.of("東京の天気は良い").possible(List.of("zh", "ja"))).containsExactly("ja");
        assertThat(Letters.of("北京的天气很好").possible(List.of("zh", "ja"))).containsExactly("zh");
    }

    @Test
    void leavesSerbianPossible_whenTheTextIsInLatinLetters() {
        assertThat(Letters.of("Ljudi su izašli na trg").possible(List.of("sr", "ru")))
                .containsExactly("sr");
    }

    @Test
    void leavesNothing_whenThereIsNoLetter() {
        assertThat(Letters.of("12 + 30").possible(List.of("en", "ru"))).isEmpty();
    }
}
