package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.language.Texts;
import org.junit.jupiter.api.Test;

class MixedTextTest {
    private static final String ENGLISH = "The government said on Friday that the airport would stay closed until the"
            + " weekend because of the storm. ";
    private static final String FRENCH = "Le gouvernement a annoncé vendredi que l'aéroport resterait fermé jusqu'à la"
            + " fin de la semaine à cause de la tempête. ";
    private static final String RUSSIAN =
            "Правительство сообщило в пятницу, что аэропорт останется закрытым до конца недели из-за бури. ";
    private static final String KAZAKH =
            "Үкімет жұма күні әуежай дауылға байланысты апта соңына дейін жабық болады деп хабарлады. ";

    @Test
    void namesBothLanguages_whenTheyHaveTwoScripts() {
        var language = Texts.DETECTOR.detect(null, RUSSIAN + RUSSIAN + ENGLISH);

        assertThat(language.tag()).isEqualTo("ru");
        assertThat(language.second()).isEqualTo("en");
    }

    @Test
    void namesBothLanguages_whenTheyShareAScript() {
        var language = Texts.DETECTOR.detect(null, ENGLISH + ENGLISH + FRENCH);

        assertThat(language.tag()).isEqualTo("en");
        assertThat(language.second()).isEqualTo("fr");
        assertThat(Texts.DETECTOR.detect(null, KAZAKH + KAZAKH + RUSSIAN).second())
                .isEqualTo("ru");
    }

    @Test
    void countsTheVowelsOfHindi_whenItIsFullOfEnglishNames() {
        var hindi = "आज भारत में लॉन्च होगा नया Galaxy स्मार्टफोन, कीमत जानकर हैरान रह जाएंगे आप."
                + " Samsung Galaxy Unpacked Event New York";

        assertThat(Texts.DETECTOR.detect(null, hindi).tag()).isEqualTo("hi");
    }

    @Test
    void namesOne_whenTheOtherIsAQuotationOrAName() {
        assertThat(Texts.DETECTOR
                        .detect(null, ENGLISH.repeat(4) + "« C'est la vie », he said.")
                        .second())
                .isNull();
        assertThat(Texts.DETECTOR
                        .detect(null, RUSSIAN.repeat(2) + "Airbus Industries, Rolls-Royce Trent, Lufthansa Cargo.")
                        .second())
                .isNull();
        assertThat(Texts.DETECTOR.detect("Alarm", FRENCH.repeat(3)).second()).isNull();
    }
}
