package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTest {
    private static final Declared DECLARED = new Declared(List.of("en", "nb", "he", "id", "sr"));

    @ParameterizedTest
    @CsvSource({
        "en,0",
        "en-US,0",
        "EN_gb,0",
        "no,1",
        "nb-NO,1",
        "iw,2",
        "in,3",
        "sr-Latn-RS,4",
        "hr,4",
        "fr,-1",
        "'',-1"
    })
    void knowsWhichLanguageATagMeans(String tag, int index) {
        assertThat(DECLARED.indexOf(tag)).isEqualTo(index);
    }

    @Test
    void believesEnglishLess_whichIsWhatSoftwareSaysByItself() {
        var english = new double[5];
        var hebrew = new double[5];
        DECLARED.add("en", english);
        DECLARED.add("iw", hebrew);

        assertThat(english[0]).isPositive().isLessThan(hebrew[2]);
    }

    @Test
    void addsNothing_whenNobodySays() {
        var evidence = new double[5];
        DECLARED.add(null, evidence);
        DECLARED.add("tlh", evidence);

        assertThat(evidence).containsOnly(0);
    }
}
