package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.42S, 0.42 s",
        "PT-0.42S, 0.42 s",
        "PT9.999S, 10.00 s",
        "PT59S, 59 s",
        "PT2M, 2 min",
        "PT2M5S, 2 min 5 s",
        "PT3H20M59S, 3 h 20 min",
        "P400DT1H, 400 d 1 h",
    })
    void tellsASpanInItsTwoLargestUnits(Duration span, String words) {
        assertThat(Spell.span(span, new Catalogue().speech(Language.ENGLISH, "story")))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"ru, Russian", "pt-BR, Portuguese (Brazil)", "und, Unknown language", ", Unknown language"})
    void namesALanguageInEnglish(@Nullable String tag, String name) {
        assertThat(Spell.language(tag)).isEqualTo(name);
    }

    @Test
    void namesLanguagesAndCountriesAsTheReaderDoes() {
        assertThat(Spell.language("kk", Locale.ITALIAN)).isEqualTo("Kazako");
        assertThat(Spell.country("KZ", Locale.of("ru"))).isEqualTo("Казахстан");
        assertThat(Spell.country("Q", Locale.ENGLISH)).isEqualTo("Q");
    }

    @Test
    void survivesATagThatIsNone() {
        assertThat(Spell.language("!!")).isEqualTo("!!");
    }

    @Test
    void saysThatATimeIsUnknown_ratherThanNow() {
        assertThat(Moment.of("Published", null)).isEqualTo(new Moment("Published", null, "unknown"));
        assertThat(Moment.of("Fetched", Instant.parse("2022-01-05T12:00:59Z")).text())
                .isEqualTo("5 Jan 2022, 12:00 UTC");
    }
}
