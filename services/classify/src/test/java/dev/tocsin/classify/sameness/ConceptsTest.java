package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in lexicon, in sentences of our own. */
class ConceptsTest {
    private static final Concepts CONCEPTS = read();

    private static Concepts read() {
        try {
            return Concepts.read(
                    Path.of(System.getProperty("tocsin.root", "../..")).resolve("concepts"));
        } catch (InvalidLexiconException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Protesters stormed the airport before the government resigned.",
                "it|I manifestanti hanno preso d'assalto l'aeroporto prima delle dimissioni del governo.",
                "ru|Протестующие захватили аэропорт до отставки правительства.",
                "fr|Des manifestants ont pris d'assaut l'aéroport avant la démission du gouvernement.",
                "de|Demonstranten haben vor dem Rücktritt der Regierung den Flughafen gestürmt.",
                "es|Los manifestantes tomaron por asalto el aeropuerto antes de la dimisión del gobierno.",
                "pl|Demonstranci przed dymisją rządu wzięli szturmem lotnisko.",
                "tr|Göstericiler hükümetin istifasından önce havalimanını ele geçirdi.",
                "uk|Протестувальники захопили аеропорт до відставки уряду.",
                "kk|Үкіметтің отставкасына дейін наразылық білдірушілер әуежайды басып алды.",
                "zh|政府辞职前，抗议者占领了机场。",
                "pt|Manifestantes tomaram de assalto o aeroporto antes da demissão do governo.",
                "cs|Demonstranti obsadili letiště před demisí vlády."
            })
    void findsTheSameNotionsInEveryLanguage(String language, String sentence) {
        assertThat(CONCEPTS.of(language, null, sentence))
                .containsKeys("protest", "airport", "resign", "government", "storm-seize");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|earthquake|Two strong earthquakes shook the valley",
                "ru|earthquake|Сильное землетрясение в долине",
                "kk|earthquake|Аңғарда жер сілкінісі болды",
                "tr|earthquake|Vadide şiddetli depremler oldu",
                "de|vaccine|Ein neuer Impfstoff für Kinder",
                "pl|vaccine|Szczepionki dla dzieci",
                "uk|vaccine|Вакцинація дітей триває",
                "ar|ceasefire|أعلن الطرفان وقف إطلاق النار",
                "ar|president|قال الرئيس إنه سيزور المدينة",
                "zh|prison|三名囚犯逃跑",
                "de|airport|Chaos am Hauptstadtflughafen",
                "es|gas|Sube el precio del gas",
                "it|million|Persi 3 milioni"
            })
    void findsInflectedWordsAndCompounds(String language, String notion, String sentence) {
        assertThat(CONCEPTS.of(language, null, sentence)).containsKey(notion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru|gas|Он читал газету",
                "en|fire|She fired a question at him, sapphire-eyed",
                "it|prince|La ragione principale",
                "tr|collapse|Hava çok güzel",
                "kk|death|Қазақстан кең байтақ",
                "pl|dam|On jest tam",
                "ru|profit|Поезд прибыл вовремя",
                "en|war|He was warm and wary of awards",
                "it|birth|La nave della NATO",
                "ru|memory-commemorate|Почти всё готово",
                "en|car|She cared for the careful cartographer",
                "tr|build|İnsanlar sokakta",
                "ru|rivalry-enemy|Он высказался против закона",
                "uk|rich|Там було багато людей",
                "it|dismiss|Ha la licenza di volo",
                "it|cancel|Il cancello del giardino"
            })
    void doesNotTakeOtherWordsForThem(String language, String notion, String sentence) {
        assertThat(CONCEPTS.of(language, null, sentence)).doesNotContainKey(notion);
    }

    @Test
    void hasAThousandNotions_eachOnce() {
        assertThat(CONCEPTS.ids()).hasSizeGreaterThanOrEqualTo(1_000).doesNotHaveDuplicates();
    }

    @Test
    void countsTitleAndText() {
        assertThat(CONCEPTS.of("en", "Flood in Ostrand", "The flood came at night. Floods are rare."))
                .containsEntry("flood", 3);
    }
}
