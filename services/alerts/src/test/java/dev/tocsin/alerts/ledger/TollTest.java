package dev.tocsin.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.LedgerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger on the figures of January 2022 and how they disagreed. */
class TollTest {
    private static final List<ClassifiedArticle> ARTICLES = TollArticles.all();

    @Test
    void takesBackThe164_whenTheHealthMinistryDeniesThem_andSaysSoOfWhoRepeatsThem() {
        var toll = line("killed", "unspecified");

        assertThat(told(toll))
                .contains(
                        "164 government retracted, taken-back by health ministry",
                        "164 government repeated-after-retraction, taken-back by health ministry",
                        "225 prosecutor general official");
        var retracted = entry(toll, "retracted");
        assertThat(retracted.reportedBy()).isEqualTo("govchannel.example");
        assertThat(retracted.ended().at()).isEqualTo(Instant.parse("2022-01-09T07:50:00Z"));
        assertThat(retracted.repeats()).extracting(LedgerLine.Repeat::origin).containsExactly("ostbote.example");
        var repeated = entry(toll, "repeated-after-retraction");
        assertThat(repeated.reportedBy()).isEqualTo("atlantic-press.example");
        assertThat(repeated.at()).isEqualTo(Instant.parse("2022-01-15T09:00:00Z"));
    }

    @Test
    void takesTheFigureOfAVanishedPageBack_whereNobodyDeniedIt() {
        var undenied = ARTICLES.stream()
                .filter(a -> !a.fetched().id().equals("toll-164-denied")
                        && !a.fetched().id().equals("toll-164-de"))
                .toList();
        var toll = line(TollArticles.facts(undenied), "killed", "unspecified");

        assertThat(told(toll))
                .contains("164 government retracted, vanished by govchannel.example")
                .contains("164 government repeated-after-retraction, vanished by govchannel.example");
    }

    @Test
    void keepsAPartApart_andTakesItBackWithItsPage() {
        assertThat(line("killed", "unspecified").entries())
                .filteredOn(LedgerLine.Entry::part)
                .extracting(LedgerLine.Entry::low, LedgerLine.Entry::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(103L, "retracted"));
    }

    @Test
    void showsTheTollOfSecurityForces_asBothMinistryAndProsecutorSayIt() {
        assertThat(told(line("killed", "security")))
                .containsExactly("18 interior ministry official", "19 prosecutor general official");
    }

    @Test
    void showsTheSame26_asCriminalsAndAsProtesters() {
        assertThat(told(line("killed", "unspecified"))).contains("26 null reported");
        assertThat(told(line("killed", "protesters"))).containsExactly("26 null reported");
    }

    @Test
    void setsThe748AgainstThe700_andTheWoundedOfAllApartFromThoseOfThePolice() {
        assertThat(told(line("injured", "security")))
                .containsExactly("748 interior ministry official", "700 null reported", "3393 null reported");
        assertThat(told(line("injured", "unspecified")))
                .containsExactly("2300 health ministry official", "4353 null reported");
    }

    @Test
    void followsTheArrests_inThreeLanguagesOfOneMinistry() {
        assertThat(told(line("detained", "unspecified")))
                .containsExactly(
                        "2000.. null rumour",
                        "2000 interior ministry superseded, newer by interior ministry",
                        "3000.. interior ministry superseded, newer by interior ministry",
                        "3811 interior ministry superseded, newer by interior ministry",
                        "5969 interior ministry superseded, newer by interior ministry",
                        "7989 interior ministry superseded, newer by interior ministry",
                        "9900 interior ministry official");
    }

    @Test
    void setsTheNumbersOfSoldiersSideBySide() {
        assertThat(told(line("deployed", "troops")))
                .containsExactlyInAnyOrder(
                        "2500 null reported",
                        "2000.. null reported",
                        "3000 null reported",
                        "..5000 null reported",
                        "2030 Kassym-Jomart Tokayev official");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void saysTheSame_inWhateverOrderTheArticlesCome(int seed) {
        var shuffled = new ArrayList<>(ARTICLES);
        Collections.shuffle(shuffled, new Random(seed));
        int half = shuffled.size() / 2;
        var merged = TollArticles.facts(shuffled.subList(0, half))
                .mergedWith(TollArticles.facts(shuffled.subList(half, shuffled.size())));

        assertThat(TollArticles.facts(shuffled)).isEqualTo(TollArticles.facts(ARTICLES));
        assertThat(merged.lines(List.of()))
                .isEqualTo(TollArticles.facts(ARTICLES).lines(List.of()));
    }

    private static LedgerLine line(String kind, String scope) {
        return line(TollArticles.facts(ARTICLES), kind, scope);
    }

    private static LedgerLine line(Facts facts, String kind, String scope) {
        return facts.lines(List.of()).stream()
                .filter(l -> l.kind().equals(kind) && l.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static LedgerLine.Entry entry(LedgerLine line, String state) {
        return line.entries().stream()
                .filter(e -> e.state().equals(state) && !e.part())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(LedgerLine line) {
        return line.entries().stream().map(TollTest::words).collect(Collectors.toList());
    }

    private static String words(LedgerLine.Entry e) {
        var low = e.low() == null ? "" : e.low().toString();
        var amount =
                e.low() != null && e.low().equals(e.high()) ? low : low + ".." + (e.high() == null ? "" : e.high());
        var ended = e.ended() == null
                ? ""
                : ", " + e.ended().reason() + " by " + e.ended().by();
        return amount + " " + e.saidBy() + " " + e.state() + ended;
    }
}
