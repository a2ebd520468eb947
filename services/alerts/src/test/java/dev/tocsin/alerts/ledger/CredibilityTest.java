package dev.tocsin.alerts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.StoryOrigin;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredibilityTest {
    /** A dash is a source that nobody judged. */
    @ParameterizedTest
    @CsvSource({
        "AB, 1", "BBC, 1", "A-, 2", "BC, 2", "CCC, 2", "A, 3", "BD, 3", "CC, 3", "C-, 3", "---, 3", "C, 4", "DD, 4",
        "CE, 4", "D, 5", "E, 5", "D-, 5", "-, 6", "--, 6", "F, 6"
    })
    void followsFromIndependentOriginsAndTheirGrades(String grades, int credibility) {
        assertThat(Credibility.of(origins(grades))).isEqualTo(credibility);
    }

    private static List<StoryOrigin> origins(String grades) {
        return Stream.of(grades.split(""))
                .<StoryOrigin>map(g -> new StoryOrigin(
                        "s.example",
                        "S",
                        "en",
                        Instant.EPOCH,
                        null,
                        List.of("a"),
                        g.equals("-") ? null : g,
                        null,
                        null,
                        List.of()))
                .toList();
    }
}
