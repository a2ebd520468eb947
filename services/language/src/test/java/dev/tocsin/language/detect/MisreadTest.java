package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisreadTest {
    @ParameterizedTest
    @CsvSource({
        "belediye baþkaný açýkladý, belediye başkanı açıkladı",
        "saðlýk, sağlık",
        "nový most, nový most",
        "uľ jsem řekl, už jsem řekl",
        "ľudia a dážď, ľudia a dážď",
        "książka, książka"
    })
    void mendsWhatCannotBeThere_andNothingElse(String read, String meant) {
        var text = read.toCharArray();
        Misread.mend(text, text.length);

        assertThat(new String(text)).isEqualTo(meant);
    }
}
