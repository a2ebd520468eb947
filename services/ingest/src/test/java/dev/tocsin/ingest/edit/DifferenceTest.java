package dev.tocsin.ingest.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.ArticleChange;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {
    private static final String TITLE = "Dockers walk out";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cranes stand still.|  Cranes \u00A0stand  still. ",
                "Cranes stand still.|CRANES STAND STILL!",
                "\"Cranes\" - still|«Cranes» — still",
                "Cranes stand still.|Cranes stand still.~Updated: 6 January, 14:05",
                "Cranes stand still.|Advertisement~Cranes stand still.~1 204 views",
                "Cranes stand still.~12 comments|Cranes stand still.~19 comments",
                "Краны стоят.|Краны стоят.~Читайте также: Порт закрыт~Просмотров: 1204",
                "Краны стоят.|Реклама~Краны стоят.~Обновлено 06.01.2022 14:05",
                "Le gru sono ferme.|Le gru sono ferme.~Leggi anche: Chiuso il porto",
                "Die Kräne stehen.|Anzeige~Die Kräne stehen.~Aktualisiert: 6. Januar 2022"
            })
    void isNone_whenOnlyTypographyAdvertisementsOrCountersDiffer(String before, String after) {
        assertThat(between(TITLE, before.replace("~", "\n"), TITLE, after.replace("~", "\n")))
                .isInstanceOf(Difference.None.class);
    }

    @Test
    void namesTheTitles_whenTheTitleDiffers() {
        assertThat(between(TITLE, "Still.", "Dockers come back", "Still."))
                .isEqualTo(edit(new ArticleChange("title", TITLE, "Dockers come back")));
        assertThat(between(null, "Still.", TITLE, "Still.")).isEqualTo(edit(new ArticleChange("title", null, TITLE)));
    }

    @Test
    void namesTheFigures_howeverLongTheTextIs() {
        var text = prose(600, new Random(1));
        assertThat(between(TITLE, text + " 18 hurt, 4 held.", TITLE, text + " 26 hurt, 4 held."))
                .isEqualTo(edit(new ArticleChange("figures", "18", "26")));
        assertThat(between(TITLE, "١٨ hurt", TITLE, "18 hurt")).isInstanceOf(Difference.None.class);
        assertThat(between(TITLE, text, TITLE, text + " 7")).isEqualTo(edit(new ArticleChange("figures", null, "7")));
    }

    @Test
    void isAnEdit_whenAShortTextSaysSomethingElse() {
        assertThat(between(TITLE, "The union confirms the strike.", TITLE, "The union denies the strike."))
                .isEqualTo(edit(new ArticleChange("text", null, null)));
    }

    @Test
    void isAnEdit_whenAParagraphIsAdded() {
        var random = new Random(2);
        var text = prose(400, random);
        assertThat(between(TITLE, text, TITLE, text + "\n" + prose(40, random)))
                .isEqualTo(edit(new ArticleChange("text", null, null)));
    }

    @Test
    void isSmall_whenAWordOfALongTextIsRepaired_andAddsUp() {
        int small = 0;
        int edits = 0;
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var words = prose(500, random).split(" ");
            var before = String.join(" ", words);
            words[250] = "repaired";
            small += between(TITLE, before, TITLE, String.join(" ", words)) instanceof Difference.Small ? 1 : 0;
            IntStream.range(0, 25).forEach(i -> words[i * 20] = "rewritten" + (char) ('a' + i));
            edits += between(TITLE, before, TITLE, String.join(" ", words)) instanceof Difference.Edit ? 1 : 0;
        }
        assertThat(small).isGreaterThan(85);
        assertThat(edits).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ud83d", "1", "....", "1.2.3.4,,5", "٣٤", "新华社6日电"})
    void readsAnything(String text) {
        assertThat(Wording.of(text, text)).isEqualTo(Wording.of(text, text + " "));
    }

    @Test
    void keepsFiguresShort() {
        var numbers = IntStream.range(100, 5_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        assertThat(Wording.of(null, numbers).figures()).hasSizeLessThan(300);
        assertThat(Wording.of(null, "9".repeat(5_000)).figures()).hasSizeLessThan(20);
        assertThat(Wording.of("Boeing747 of 2022", "G7, 3.5 million, 12:30").figures())
                .isEqualTo("2022 3.5 12 30");
    }

    private static Difference between(String oldTitle, String before, String newTitle, String after) {
        return Difference.between(Wording.of(oldTitle, before), oldTitle, Wording.of(newTitle, after), newTitle);
    }

    private static Difference edit(ArticleChange... changes) {
        return new Difference.Edit(Arrays.asList(changes));
    }

    private static String prose(int words, Random random) {
        return IntStream.range(0, words)
                .mapToObj(i -> random.ints(3 + random.nextInt(6), 'a', 'z' + 1)
                        .mapToObj(c -> String.valueOf((char) c))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }
}
