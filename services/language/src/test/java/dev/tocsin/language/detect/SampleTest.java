package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            12 killed, 1,200 hurt        | killed, , hurt
            Nooooo waaaay                | noo waay
            see https://a.example/b?c=d  | see
            www.a.example says           | says
            from desk@a.example today    | from today
            12 km<sup>2</sup> wide       | km wide
            a < b                        | a < b
            O‘zbekiston                  | o'zbekiston
            кафе́                         | кафе
            cafe\u0301                   | café
            in\u00ADvi\u200Esible        | invisible
            """)
    void isLowerCaseAndWithoutNoise(String text, String kept) {
        var sample = Sample.of(null, text, 200);

        assertThat(new String(sample.chars(), 0, sample.length()).strip().replaceAll(" +", " "))
                .isEqualTo(kept);
    }

    @Test
    void beginsAndEndsWithASpace_whenItIsCut() {
        var sample = Sample.of("Title", "word ".repeat(1000), 50);

        assertThat(sample.length()).isLessThanOrEqualTo(52);
        assertThat(sample.chars()[0]).isEqualTo(' ');
        assertThat(sample.chars()[sample.length() - 1]).isEqualTo(' ');
    }

    @Test
    void isInTheScriptOfMostLetters() {
        assertThat(script("Компания Apple представила новый телефон")).isEqualTo(UnicodeScript.CYRILLIC);
        assertThat(script("東京の天気は良い")).isEqualTo(UnicodeScript.HIRAGANA);
        assertThat(script("北京的天气很好，Beijing")).isEqualTo(UnicodeScript.HAN);
        assertThat(Sample.of(null, "12 + 30", 100).script()).isEqualTo(-1);
    }

    private static UnicodeScript script(String text) {
        return Chars.SCRIPTS.get(Sample.of(null, text, 100).script());
    }
}
