package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundKeyTest {
    /** One name a row, as language:spelling. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "en:tokayev ru:токаев de:tokajew pl:tokajew fr:tokaiev kk:тоқаев uk:токаєв it:tokaev en:toqaev",
                "en:kazakhstan ru:казахстан de:kasachstan pl:kazachstan uk:казахстан",
                "en:washington ru:вашингтон uk:вашингтоні de:washington tr:washington",
                "en:johnson ru:джонсон uk:джонсоном fr:johnson",
                "en:lukashenko ru:лукашенко de:lukaschenko pl:lukaszenko fr:loukachenko it:lukashenko",
                "en:yanukovych ru:янукович de:janukowytsch pl:janukowycz",
                "en:sadyr ru:садыр kk:садыр",
                "en:pashinyan ru:пашинян de:paschinjan pl:paszinian it:pashinyan",
                "en:macron ru:макрон uk:макрона cs:macronovi pl:macronem",
                "en:philips ru:филипс de:philips",
                "ru:велтров ru:велтровом ru:велтрову en:veltrov"
            })
    void isOne_whateverTheSpelling(String spellings) {
        var keys = Arrays.stream(spellings.split(" "))
                .map(s -> SoundKey.of(s.substring(3), s.substring(0, 2)))
                .distinct();

        assertThat(keys).as(spellings).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en:merkel en:macron", "ru:путин ru:байден", "en:almaty en:astana", "it:conte it:renzi"})
    void differs_whereNamesDo(String names) {
        var keys = Arrays.stream(names.split(" "))
                .map(s -> SoundKey.of(s.substring(3), s.substring(0, 2)))
                .distinct();

        assertThat(keys).hasSize(2);
    }

    @Test
    void isEmpty_whereTooLittleIsLeftOrTheScriptHasNone() {
        assertThat(SoundKey.of("yo", "en")).isEmpty();
        assertThat(SoundKey.of("東京", "ja")).isEmpty();
        assertThat(SoundKey.of("القاهرة", "ar")).isEmpty();
    }

    @Test
    void staysShort_whateverTheName() {
        assertThat(SoundKey.of("bdfg".repeat(12), "en")).hasSize(12);
    }
}
