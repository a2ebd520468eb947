package dev.tocsin.ingest.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginFinderTest {
    private final OriginFinder finder = OriginFinder.builtIn();

    @ParameterizedTest
    @CsvSource({
        "rus.azattyq.org, , rfe-rl",
        "ozodi.org, , rfe-rl",
        "ria.ru, RIA Novosti, rossiya-segodnya",
        "sputnik.kz, Sputnik, rossiya-segodnya",
        "tass.com, TASS, tass",
        "bbc.co.uk, , bbc",
        "it.euronews.com, , euronews",
        "courier.example, , ",
        "notria.ru, , ",
        "pushed, , "
    })
    void knowsTheFamilyByTheDomain_andAnAgencyAtHome(String host, String credit, String family) {
        assertThat(finder.found(article(host, "Dockers walked out.", Origin.UNKNOWN))
                        .origin())
                .isEqualTo(new Origin(credit, family, null, null));
    }

    @Test
    void keepsCreditAndFamilyApart_whenAPublisherPrintsAnAgency() {
        assertThat(finder.found(article("welt.de", "Valdoro (dpa) - Der Hafen ist zu.", Origin.UNKNOWN))
                        .origin())
                .isEqualTo(new Origin("dpa", "axel-springer", null, null));
        assertThat(finder.found(article("ria.ru", "ВАЛЬДОРО, 6 января. /ТАСС/. Порт закрыт.", Origin.UNKNOWN))
                        .origin()
                        .wireCredit())
                .isEqualTo("TASS");
    }

    @Test
    void leavesWhatIsKnown() {
        var known = new Origin("Agency of my own", "mine", "a", "b");
        assertThat(finder.found(article("ria.ru", "(Reuters) - Yes.", known)).origin())
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agencies: [{id: A}]|agency 'A' has no 'names'",
                "agencies: [{names: [B]}]|an agency has no 'id'",
                "agencies: [{id: A, names: [X]}, {id: B, names: [X]}]|the name 'X' is there twice",
                "agencies: [{id: A, names: [X], domains: [Www.Example]}]|'Www.Example' is no domain",
                "agencies: [{id: A, names: [X], patterns: ['(']}]|agency 'A' has the pattern '('",
                "agencies: [{id: A, names: [X], nome: 1}]|nome",
                "agencies: []~families: [{id: F}]|'id' 'F'",
                "agencies: []~families: [{id: f}]|family 'f' has no 'domains'",
                "agencies: []~families: [{id: f, agencies: [A]}]|which is not among 'agencies'"
            })
    void refusesATableThatIsWrong_andSaysWhere(String yaml, String reason) {
        var whole = yaml.contains("families") ? yaml.replace("~", "\n") : yaml + "\nfamilies: []";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginTable.read(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining(reason);
    }

    private static FetchedArticle article(String host, String text, Origin origin) {
        return new FetchedArticle(
                "a",
                1,
                null,
                null,
                null,
                "Port",
                text,
                null,
                null,
                null,
                Instant.EPOCH,
                false,
                null,
                new Source(host, host, null, null),
                origin,
                List.of(),
                null);
    }
}
