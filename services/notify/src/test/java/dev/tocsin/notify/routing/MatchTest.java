package dev.tocsin.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Alert;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {
    private static final Consumer<ObjectNode> AS_IT_IS = json -> {};

    @ParameterizedTest
    @CsvSource({
        "topics: [protests],                 true",
        "topics: [coup],                     false",
        "severity: Severe,                   true",
        "severity: Moderate,                 true",
        "severity: Extreme,                  false",
        "severity: Unknown,                  true",
        "languages: [ru],                    true",
        "languages: [kk],                    false",
        "origins: 2,                         true",
        "origins: 3,                         false",
        "countries: [KZ],                    true",
        "countries: [IT],                    false",
        "places: [almaty],                   true",
        "places: [Q35493],                   true",
        "places: [Astana],                   false",
        "stories: [s1],                      true",
        "stories: [s2],                      false",
        "status: [Actual],                   true",
        "status: [Exercise],                 false",
    })
    void meansWhatEachConditionSays(String condition, boolean means) throws InvalidRoutesException {
        var subject = Alerts.subject(json -> json.putArray("places")
                .addObject()
                .put("id", "Q35493")
                .put("name", "Almaty")
                .put("country", "kz"));

        assertThat(match(condition).means(subject)).isEqualTo(means);
    }

    @ParameterizedTest
    @CsvSource({
        "Exercise, '', false",
        "Test,     '', false",
        "System,   '', false",
        "Draft,    '', false",
        "Exercise, 'status: [Exercise]', true",
        "Exercise, 'status: [Actual, Test]', false",
    })
    void meansAnExerciseOnlyWhereItSaysSo(String status, String condition, boolean means)
            throws InvalidRoutesException {
        assertThat(match(condition).means(Alerts.subject(json -> json.put("status", status))))
                .isEqualTo(means);
    }

    @Test
    void knowsNoPlace_whenTheAlertTellsOfNone() throws InvalidRoutesException {
        assertThat(Alerts.subject(AS_IT_IS).countries()).isEmpty();
        assertThat(match("countries: [KZ]").means(Alerts.subject(AS_IT_IS))).isFalse();
    }

    @Test
    void readsCountriesThatStandByThemselves() {
        assertThat(Alerts.subject(json -> json.putArray("countries").add("KZ").add("RU"))
                        .countries())
                .isEqualTo(Set.of("KZ", "RU"));
    }

    @Test
    void meansAScriptOfALanguage() throws InvalidRoutesException {
        var serbian = Alerts.subject(json -> json.putArray("languages").add("sr-Latn"));

        assertThat(match("languages: [sr]").means(serbian)).isTrue();
        assertThat(match("languages: [s]").means(serbian)).isFalse();
    }

    @Test
    void takesUnknownForTheLowestSeverity() {
        assertThat(Match.atLeast(Alert.Severity.Unknown, Alert.Severity.Minor)).isFalse();
        assertThat(Match.atLeast(Alert.Severity.Extreme, Alert.Severity.Minor)).isTrue();
    }

    private static Match match(String condition) throws InvalidRoutesException {
        var routes = RoutesFile.parse(
                "routes.yaml",
                "receivers: {desk: {type: mail, to: [a@b.example]}}\nroutes: [{name: r, match: {" + condition
                        + "}, to: [desk]}]",
                name -> null);
        return routes.routes().getFirst().match();
    }
}
