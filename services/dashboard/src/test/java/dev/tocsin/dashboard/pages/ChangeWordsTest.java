package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Alert;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Speech;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {
    private static final Speech RUSSIAN = new Catalogue().speech(Language.RUSSIAN, "story");
    private static final Speech ITALIAN = new Catalogue().speech(Language.ITALIAN, "story");

    @Test
    void leavesTheSentenceOfTheAlert_inEnglish_andWhereItsFieldsSayTooLittle() {
        var change = new Alert.Change("figure", "killed: 12 → 18, ministry", "12", "18");
        assertThat(ChangeWords.of(change, new Catalogue().speech(Language.ENGLISH, "story")))
                .isEqualTo(change.text());
        assertThat(ChangeWords.of(change, RUSSIAN)).isEqualTo(change.text());
        assertThat(ChangeWords.of(new Alert.Change("from-the-future", "something", "a", "b"), ITALIAN))
                .isEqualTo("something");
        assertThat(ChangeWords.of(new Alert.Change("articles", "many articles", "a few", "many"), ITALIAN))
                .isEqualTo("many articles");
    }

    @Test
    void tellsAFigure() {
        assertThat(figure("12", "1,118", "killed/security", null, null))
                .isEqualTo("погибшие, силовики: 12 → 1\u00a0118, ministry");
        assertThat(figure(null, "at least 18", "killed", null, null)).isEqualTo("погибшие: не менее 18, ministry");
        assertThat(figure(null, "10 to 12", "killed", "part", null)).contains("из них от 10 до 12");
        assertThat(figure("18", "18", "killed", "official", null)).contains("теперь официально");
        assertThat(figure(null, "a number", "killed", null, "up to 5"))
                .isEqualTo("погибшие: некоторые, ministry; по другим данным до 5");
    }

    @Test
    void tellsWhyAFigureStandsNoMore() {
        for (var how : Map.of(
                        "taken-back", "ritirato da",
                        "dropped", "non più riportato da",
                        "vanished", "la pagina di",
                        "denied", "smentito da")
                .entrySet()) {
            var detail = new Alert.Detail("killed", "Courier", how.getKey(), null);
            assertThat(ChangeWords.of(new Alert.Change("figure-ended", "text", "64", null, detail), ITALIAN))
                    .startsWith("morti: 64")
                    .contains(how.getValue(), "Courier");
        }
        var nobody = new Alert.Detail("killed", null, "denied", null);
        assertThat(ChangeWords.of(new Alert.Change("figure-ended", "text", "64", null, nobody), ITALIAN))
                .isEqualTo("morti: 64, smentito");
    }

    @Test
    void tellsAStance_withStatesAsTheReaderCallsThem() {
        var detail = new Alert.Detail("Kazakhstan", "Russia", null, null);
        assertThat(ChangeWords.of(new Alert.Change("reaction", "text", "concern", "sends", detail), RUSSIAN))
                .isEqualTo("Россия: обеспокоенность → направляет (адресат: Казахстан)");
    }

    @Test
    void tellsNumbersAndLanguages() {
        assertThat(ChangeWords.of(new Alert.Change("articles", "text", "4", "8"), RUSSIAN))
                .isEqualTo("8 статей, в прошлый раз 4");
        assertThat(ChangeWords.of(new Alert.Change("new-language", "text", "en", "en, ru"), ITALIAN))
                .isEqualTo("ora anche in russo");
        assertThat(ChangeWords.of(
                        new Alert.Change("burst", "text", "3", "12", new Alert.Detail(null, null, "grown", null)),
                        ITALIAN))
                .isEqualTo("12 articoli, 3 all’ultimo avviso");
        assertThat(ChangeWords.of(new Alert.Change("cause", "text", null, "went-quiet"), ITALIAN))
                .isEqualTo("ha smesso di pubblicare");
    }

    private static String figure(
            @Nullable String before, String after, String what, @Nullable String how, @Nullable String against) {
        var detail = new Alert.Detail(what, "ministry", how, against);
        return ChangeWords.of(new Alert.Change("figure", "text", before, after, detail), RUSSIAN);
    }
}
