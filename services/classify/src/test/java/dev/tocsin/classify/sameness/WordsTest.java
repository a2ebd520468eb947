package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static List<String> forms(String text, String language) {
        return Words.of(text, 1_000, language).stream().map(Word::form).toList();
    }

    @Test
    void foldsCaseAndLatinMarks() {
        assertThat(forms("Émeutes à Łódź, Straße İzmir", "fr"))
                .containsExactly("emeutes", "a", "lodz", "strasse", "izmir");
        assertThat(forms("Ёлка и Йод", "ru")).containsExactly("елка", "и", "йод");
    }

    @Test
    void splitsAtApostrophes_butNotInUkrainian() {
        assertThat(forms("l'aéroport", "fr")).containsExactly("l", "aeroport");
        assertThat(forms("прем'єр прем’єр", "uk")).containsExactly("премєр", "премєр");
    }

    @Test
    void knowsCapitalsAndWhereSentencesOpen() {
        var words = Words.of("Dockers met. They left Veltrova", 1_000, "en");

        assertThat(words).extracting(Word::capital).containsExactly(true, false, true, false, true);
        assertThat(words).extracting(Word::opens).containsExactly(true, false, true, false, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|2,500 people|2500",
                "de|2.500 Menschen|2500",
                "fr|2 500 personnes|2500",
                "ru|1 000 000 тонн|1000000",
                "en|1.5 points|1.5",
                "it|2,3 punti|2.3",
                "de|um 3,50 Euro|3.50",
                "en|007 agents|7"
            })
    void readsFiguresInTheLocalStyle(String language, String text, String figure) {
        assertThat(Words.of(text, 1_000, language))
                .filteredOn(w -> w.kind() == Word.Kind.FIGURE)
                .extracting(Word::form)
                .containsExactly(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"at 19:30", "won 2-1", "on 12.05.2020", "1234567890123456", "1,2,3,4"})
    void takesNoFigure_fromTimesScoresAndIdentifiers(String text) {
        assertThat(Words.of(text, 1_000, "en")).noneMatch(w -> w.kind() == Word.Kind.FIGURE);
    }

    @Test
    void keepsIdeographsTogether() {
        assertThat(forms("总统辞职，3人", "zh")).containsExactly("总统辞职", "3", "人");
    }
}
