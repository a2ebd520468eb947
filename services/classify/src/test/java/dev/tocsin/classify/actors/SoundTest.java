package dev.tocsin.classify.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    @ParameterizedTest
    @CsvSource({
        "takaev, en, Tokayev Tokaev Tokajew Toqaev Токаев Тоқаев Tokaïev",
        "selensk, de, Selenskyj Zelensky Zełenski Зеленский",
        "saraf, en, Zharaf Sharaf Жараф Schharaf",
        "lukasenk, fr, Loukachenko Lukaschenko Łukaszenka Лукашенко"
    })
    void isOne_howeverTheNameIsSpelt(String key, String language, String spellings) {
        assertThat(spellings.split(" "))
                .allSatisfy(s -> assertThat(sound(s, language)).isEqualTo(key));
    }

    @Test
    void differs_whereConsonantsOrVowelsDo() {
        assertThat(sound("Peskov", "en")).isNotEqualTo(sound("Pskov", "en"));
        assertThat(sound("Tokayev", "en")).isNotEqualTo(sound("Takeover", "en"));
        assertThat(sound("Pashinyan", "de")).isNotEqualTo(sound("Passionen", "de"));
    }

    @Test
    void isEmpty_whereNothingIsSaid() {
        assertThat(sound("", "en")).isEmpty();
        assertThat(sound("123", "en")).isEqualTo("123");
    }

    private static String sound(String word, String language) {
        var letters = Folding.of(word).toCharArray();
        var into = new char[3 * Words.LONGEST + 4];
        return new String(Arrays.copyOf(into, Sound.of(letters, letters.length, language, into)));
    }
}
