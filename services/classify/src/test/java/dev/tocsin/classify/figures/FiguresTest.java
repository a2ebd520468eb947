package dev.tocsin.classify.figures;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.contracts.Claim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FiguresTest {
    private static final Instant FRIDAY = Instant.parse("2022-01-07T18:00:00Z");

    /** Sentences of our own with what they claim, and near misses; one a line. */
    @TestFactory
    Stream<DynamicTest> findsWhatASentenceClaims() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/figures/sentences.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split("\t", -1))
                    .map(c -> DynamicTest.dynamicTest(c[0] + ": " + c[1], () -> assertThat(figures(c[0], c[1]))
                            .isEqualTo(sorted(c[2]))));
        }
    }

    private static String sorted(String claims) {
        return Arrays.stream(claims.split(";")).map(String::strip).sorted().collect(joining("; "));
    }

    private static String figures(String language, String sentence) {
        return Figures.find(language, null, sentence, null).stream()
                .map(c -> c.kind() + " " + Objects.toString(c.low(), "") + ".." + Objects.toString(c.high(), "") + " "
                        + c.scope())
                .sorted()
                .collect(joining("; "));
    }

    @Test
    void quotesTheWordsItRestsOn() {
        var text = "Rain fell all day. At least nine villagers were killed in Oberdale.";

        var claim = only("en", text);

        assertThat(claim.quote()).isEqualTo("At least nine villagers were killed");
        assertThat(text.substring(claim.start(), claim.end())).isEqualTo(claim.quote());
    }

    @Test
    void saysWhoSaysSo_whenTheSentenceNamesASource() {
        assertThat(List.of(
                        only("en", "Nine people were killed, according to the Interior Ministry."),
                        only("en", "Nine people were killed, a local newspaper reported."),
                        only("it", "Secondo il ministero dell'Interno, nove persone sono state uccise."),
                        only("ru", "Погибли девять человек, сообщило министерство внутренних дел."),
                        only("de", "Nach Angaben der Polizei wurden neun Menschen getötet."),
                        only("fr", "Selon la préfecture, neuf personnes ont été blessées."),
                        only("tr", "İçişleri Bakanlığı'na göre dokuz kişi öldü."),
                        only("en", "Oberdale's mayor, Ada Ford, said nine people died."),
                        only("en", "Belmark's rights group Beacon, which watches the war, said nine people died."),
                        only("en", "Nine people hurt in Oberdale: police"),
                        only("en", "France says nine soldiers died.")))
                .extracting(Claim::attributedTo, Claim::certainty)
                .containsExactly(
                        tuple("Interior Ministry", "official"),
                        tuple("a local newspaper", "reported"),
                        tuple("ministero dell'Interno", "official"),
                        tuple("министерство внутренних дел", "official"),
                        tuple("Polizei", "official"),
                        tuple("préfecture", "official"),
                        tuple("İçişleri Bakanlığı", "official"),
                        tuple("Oberdale's mayor, Ada Ford", "official"),
                        tuple("Belmark's rights group Beacon", "reported"),
                        tuple("police", "official"),
                        tuple("France", "official"));
    }

    /** The next sentence says whose figures they are. */
    @Test
    void saysWhoSaysSo_whenTheNextSentenceTells() {
        assertThat(List.of(
                        only("en", "Nine people died. This was announced by the interior ministry."),
                        only("ru", "Погибли девять человек. Об этом сообщили в МВД республики."),
                        only("it", "Nove persone sono morte. Lo ha reso noto il ministero dell'Interno."),
                        only("it", "Nove persone sono morte. È l'ultimo bilancio diffuso dalle autorità."),
                        only("de", "Neun Menschen starben. Das teilte die Polizei mit."),
                        only("fr", "Neuf personnes sont mortes. C'est ce qu'a annoncé le ministère de l'intérieur."),
                        only("es", "Nueve personas murieron. Así lo informó la policía."),
                        only("pl", "Zginęło dziewięć osób. Poinformowała o tym policja."),
                        only("tr", "Dokuz kişi öldü. Bunu İçişleri Bakanlığı açıkladı."),
                        only("uk", "Загинули дев'ять людей. Про це повідомило міністерство внутрішніх справ."),
                        only("kk", "Тоғыз адам қаза тапты. Бұл туралы ішкі істер министрлігі хабарлады.")))
                .extracting(Claim::attributedTo, Claim::certainty)
                .containsExactly(
                        tuple("interior ministry", "official"),
                        tuple("МВД республики", "official"),
                        tuple("ministero dell'Interno", "official"),
                        tuple("autorità", "official"),
                        tuple("Polizei", "official"),
                        tuple("ministère de l'intérieur", "official"),
                        tuple("policía", "official"),
                        tuple("policja", "official"),
                        tuple("İçişleri Bakanlığı", "official"),
                        tuple("міністерство внутрішніх справ", "official"),
                        tuple("ішкі істер министрлігі", "official"));
    }

    @Test
    void keepsWhatItKnowsOfAFigure_whenTheNextSentenceTellsWhoSaysSo() {
        var text = "Nine people died, three of them in Oberdale. ";
        var before = Figures.find("en", null, text, null);
        var after = Figures.find("en", null, text + "This was announced by the interior ministry.", null);

        assertThat(before).extracting(Claim::part).containsExactly(false, true);
        assertThat(after).extracting(Claim::part).containsExactly(false, true);
        assertThat(after).extracting(Claim::attributedTo).containsOnly("interior ministry");
    }

    @Test
    void saysNothingOfWhoSaysSo_whenTheNextSentenceIsOfSomethingElse() {
        assertThat(only("en", "Nine people died. The interior ministry said that roads were closed."))
                .extracting(Claim::attributedTo)
                .isNull();
        assertThat(only("ru", "Погибли девять человек. В МВД сообщили о пробках."))
                .extracting(Claim::attributedTo)
                .isNull();
    }

    @Test
    void namesNobodyThatTheFigureCounts_asItsSource() {
        assertThat(only("en", "At least nine people are confirmed dead."))
                .extracting(Claim::attributedTo)
                .isNull();
    }

    @Test
    void findsNothing_whereTheTitleNamesTheDisease() {
        assertThat(Figures.find(
                        "ru", "Эпидемия гриппа: новые данные", "Число погибших превысило тысячу человек.", null))
                .isEmpty();
    }

    @Test
    void tellsWhatIsSure() {
        assertThat(List.of(
                        only("en", "Nine people were killed."),
                        only("en", "Unconfirmed reports say nine people were killed."),
                        only("en", "The ministry denied that nine people were killed."),
                        only("ru", "По неподтвержденным данным, погибли девять человек."),
                        only("it", "Il ministero ha smentito che nove persone siano morte."),
                        only("en", "The mayor has retracted his statement that nine people were killed."),
                        only("en", "The report of nine deaths was later retracted."),
                        only("fr", "Neuf personnes auraient été tuées."),
                        only("en", "The previous official death toll was nine.")))
                .extracting(Claim::certainty)
                .containsExactly(
                        "reported", "rumour", "denied", "rumour", "denied", "denied", "denied", "rumour", "denied");
    }

    @Test
    void tellsWhoDenies_andWhatIsMerelyPastOrAPart() {
        assertThat(List.of(
                        only("en", "The health ministry denied that nine people were killed."),
                        only("en", "A toll of nine dead was denied by the health ministry."),
                        only("it", "Il ministero della Salute ha smentito che nove persone siano morte."),
                        only("ru", "Министерство здравоохранения опровергло гибель девяти человек."),
                        only("en", "The previous official death toll was nine.")))
                .extracting(Claim::deniedBy, Claim::earlier)
                .containsExactly(
                        tuple("The health ministry", false),
                        tuple("health ministry", false),
                        tuple("Il ministero della Salute", false),
                        tuple("Министерство здравоохранения", false),
                        tuple(null, true));
        assertThat(Figures.find("en", null, "Police said 164 people were killed, 103 of them in Oberdale.", FRIDAY))
                .extracting(Claim::low, Claim::part)
                .containsExactly(tuple(164L, false), tuple(103L, true));
    }

    @Test
    void takesTheOldFigureAsDenied_whenANewOneTakesItsPlace() {
        assertThat(Figures.find("en", null, "The toll was revised from 31 to 26.", FRIDAY))
                .extracting(Claim::low, Claim::certainty)
                .containsExactly(tuple(31L, "denied"), tuple(26L, "reported"));
    }

    @Test
    void tellsTheDay_whenTheSentenceNamesOne() {
        assertThat(List.of(
                        only("en", "Nine people were killed on 3 January 2021."),
                        only("en", "Nine people were killed on January 3."),
                        only("en", "Nine people were killed on Wednesday."),
                        only("en", "Nine people were killed on December 30."),
                        only("it", "Ieri sono morte nove persone.")))
                .extracting(Claim::asOf)
                .containsExactly(
                        LocalDate.of(2021, 1, 3),
                        LocalDate.of(2022, 1, 3),
                        LocalDate.of(2022, 1, 5),
                        LocalDate.of(2021, 12, 30),
                        LocalDate.of(2022, 1, 6));
    }

    @Test
    void tellsNoDay_whenItIsNotKnownWhenTheArticleWasPublished() {
        var claims = Figures.find("en", null, "Nine people were killed on Wednesday.", null);

        assertThat(claims).singleElement().extracting(Claim::asOf).isNull();
    }

    @Test
    void findsAFigureOnce_whenTitleAndTextStateIt() {
        var claims = Figures.find(
                "en", "Nine killed, two missing in Oberdale", "Nine people were killed in Oberdale.", FRIDAY);

        assertThat(claims)
                .extracting(Claim::kind, Claim::quote)
                .containsExactly(tuple("killed", "Nine people were killed"), tuple("missing", "two missing"));
    }

    @Test
    void findsNothing_whenTheLanguageIsNotKnown() {
        var text = "Nine people were killed.";

        assertThat(Figures.find("und", null, text, FRIDAY)).isEmpty();
        assertThat(Figures.find("", null, text, FRIDAY)).isEmpty();
        assertThat(Figures.find("../en", null, text, FRIDAY)).isEmpty();
        assertThat(Figures.find("en-GB", null, text, FRIDAY)).hasSize(1);
    }

    private static Claim only(String language, String text) {
        var claims = Figures.find(language, null, text, FRIDAY);
        assertThat(claims).as(text).hasSize(1);
        return claims.getFirst();
    }
}
