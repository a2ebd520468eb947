package dev.tocsin.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                     |                             | ENGLISH
                     | ru-RU,ru;q=0.9,en;q=0.8     | RUSSIAN
                     | de-DE,de;q=0.9,it;q=0.5     | ITALIAN
                     | fr,ja                       | ENGLISH
                     | en;q=0.1,it;q=0.2           | ITALIAN
                  it | ru                          | ITALIAN
                  xx | ru                          | RUSSIAN
                     | ;;;q=,, ru                  | ENGLISH
            """)
    void getsTheLanguageItChose_elseTheOneItsBrowserLikes(
            @Nullable String chosen, @Nullable String accepted, Language language) {
        assertThat(Reader.of(chosen, null, accepted).language()).isEqualTo(language);
    }

    @Test
    void isNotReadAtLength() {
        assertThat(Reader.of(null, null, "ru" + ",ru".repeat(10_000)).language())
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void getsTheColoursItChose_elseThoseOfItsSystem() {
        assertThat(Reader.of(null, "dark", null).theme()).isEqualTo(Theme.DARK);
        assertThat(Reader.of(null, "\"><script>", null).theme()).isEqualTo(Theme.SYSTEM);
        assertThat(Theme.SYSTEM.scheme()).isEqualTo("light dark");
    }
}
