package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Kazakhstan, en, Kazakistan, it",
        "Kazakhstan, en, Kasachstan, de",
        "Kazakhstan, en, Kazachstan, pl",
        "Kazakhstan, en, Kazajistán, es",
        "Kazakhstan, en, Казахстан, ru",
        "Kazakhstan, en, Қазақстан, kk",
        "Almaty, en, Алматы, ru",
        "Tokayev, en, Tokaev, fr",
        "Tokayev, en, Tokajew, de",
        "Tokayev, en, Toqaev, kk",
        "Tokayev, en, Токаев, ru",
        "Tokayev, en, Тоқаев, kk",
        "Nazarbayev, en, Назарбаев, ru",
        "Lukashenko, en, Lukaschenko, de",
        "Lukashenko, en, Łukaszenka, pl",
        "Lukashenko, en, Лукашэнка, be",
        "Pashinyan, en, Pachinian, fr",
        "Pashinyan, en, Пашинян, ru",
        "Gorbachev, en, Gorbatschow, de",
        "Mangystau, en, Маңғыстау, kk",
    })
    void agrees_whereOneNameIsSpeltInTwoLanguages(String one, String language, String other, String otherLanguage) {
        assertThat(NameKey.of(one, language)).isNotEmpty().isEqualTo(NameKey.of(other, otherLanguage));
    }

    @ParameterizedTest
    @CsvSource({"Казахстана", "Казахстане", "Казахстаном"})
    void agrees_whateverTheCase(String inflected) {
        assertThat(NameKey.of(inflected, "ru")).isEqualTo(NameKey.of("Казахстан", "ru"));
    }

    @ParameterizedTest
    @CsvSource({"Kazakhstan, Kyrgyzstan", "Almaty, Atyrau", "Tokayev, Nazarbayev", "Armenia, Romania"})
    void differs_whereTheNamesDo(String one, String other) {
        assertThat(NameKey.of(one, "en")).isNotEqualTo(NameKey.of(other, "en"));
    }

    @Test
    void isEmpty_whereTooLittleIsLeft() {
        assertThat(NameKey.of("Io", "it")).isEmpty();
        assertThat(NameKey.of("Leo", "en")).isEmpty();
    }

    @Test
    void isEmpty_inAScriptItDoesNotKnow() {
        assertThat(NameKey.of("北京", "zh")).isEmpty();
        assertThat(NameKey.of("თბილისი", "ka")).isEmpty();
    }
}
