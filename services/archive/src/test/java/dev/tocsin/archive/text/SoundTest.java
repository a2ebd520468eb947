package dev.tocsin.archive.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    private static final Stemmers STEMMERS = new Stemmers();

    private static Set<String> asked(String word) {
        return NameKeys.ofQuestion(word, language -> STEMMERS.of(language)
                .map(a -> Token.of(word, a).stream().map(Token::word).toList())
                .orElseThrow());
    }

    private static Set<String> inText(String word, String language) {
        var stems = STEMMERS.of(language)
                .map(a -> Token.of(word, a).stream().map(Token::word).toList())
                .orElse(java.util.List.of());
        return NameKeys.ofText(word, stems, language);
    }

    @ParameterizedTest
    @CsvSource({
        "Tokayev, Токаева, ru",
        "Tokayev, Токаевым, ru",
        "Tokayev, Тоқаевтың, kk",
        "Tokayev, Токаєвим, uk",
        "Tokayev, Tokajew, de",
        "Tokayev, Tokajewowi, pl",
        "Tokayev, Tokaïev, fr",
        "Tokayev, Toqaev, az",
        "Токаев, Tokayev, en",
        "Tokajew, Токаеву, ru",
        "tokayev, Токаев, ru",
        "Putin, Путиным, ru",
        "Путин, Poutine, fr",
        "Zelensky, Зеленського, uk",
        "Selenskyj, Zelenskiy, en",
        "Lukashenko, Loukachenko, fr",
        "Loukachenko, Лукашенко, ru",
        "Lukaschenko, Łukaszenka, pl",
        "Erdoğan, Эрдогана, ru",
        "Yanukovych, Janukowytsch, de",
        "Japarov, Жапаров, ky",
        "Nazarbayev, Nasarbajew, de",
        "Nazarbayev, نزارباييف, ar",
        "Kazakhstan, Kazakistan, it",
        "Mitsotakis, Μητσοτάκης, el",
        "Pashinyan, Փաշինյանը, hy"
    })
    void oneNameHasOneKey_inAllItsSpellings(String asked, String inText, String language) {
        assertThat(asked(asked)).containsAnyElementsOf(inText(inText, language));
    }

    @ParameterizedTest
    @CsvSource({"Tokayev, Tokyo", "Putin, Patton", "Zelensky, Salinger", "Erdogan, Ardern", "Macron, Micron"})
    void otherNamesHaveOtherKeys(String asked, String other) {
        assertThat(asked(asked)).isNotEmpty().noneMatch(inText(other, "en")::contains);
    }

    @Test
    void wordsInSmallLettersAreNoNames() {
        assertThat(inText("protesters", "en")).isEmpty();
        assertThat(inText("18", "en")).isEmpty();
        assertThat(asked("gas")).isEmpty();
        assertThat(asked("putin")).isEmpty();
    }
}
