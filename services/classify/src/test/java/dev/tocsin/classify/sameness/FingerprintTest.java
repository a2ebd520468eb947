package dev.tocsin.classify.sameness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String REPORT =
            """
            Dockers blocked the harbour of Veltrova on Tuesday in protest against the sale of two quays to a foreign
            investor. Some 2,500 people stood at the gates from the early morning, the port authority said. Mayor Karimova
            called for calm and promised talks before the end of the week. Three ferries were sent to Ostrand instead, and
            fuel is expected to be short on the islands by Thursday. The union said it would stay until the sale is undone.
            """;
    private static final String OTHER =
            """
            The parliament of Ostrand has passed a budget that raises pensions by four percent from next spring. The
            finance minister said the money would come from a new tax on large houses. The opposition walked out before
            the vote and spoke of a gift to pensioners shortly before an election. Economists doubt that prices will stay
            as they are, and the central bank did not want to comment on the plan when asked on Monday afternoon.
            """;

    private static int distance(String one, String other) {
        return Fingerprint.distance(
                Objects.requireNonNull(Fingerprint.of(null, one)), Objects.requireNonNull(Fingerprint.of(null, other)));
    }

    @Test
    void isSixteenHexadecimalDigits() {
        assertThat(Fingerprint.of("A title", REPORT)).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VELTROVA, Jan 4 (Courier) - %s",
                "Veltrova (dpa) – %s",
                "%s\nReporting by A. Writer; Editing by B. Editor",
                "%s © 2022 Courier. All rights reserved.",
                "%s Read more: https://courier.example/harbour"
            })
    void isTheSame_whateverAPublisherPutsAround(String around) {
        assertThat(distance(around.formatted(REPORT), REPORT)).isLessThanOrEqualTo(3);
    }

    @Test
    void isNear_afterSmallEdits() {
        var edited = REPORT.replace("2,500", "2,800")
                .replace("Three ferries", "Four ferries")
                .replace("said", "told us");
        var shortened = REPORT.substring(0, REPORT.lastIndexOf("The union"));

        assertThat(distance(edited, REPORT)).isLessThanOrEqualTo(Fingerprint.NEAR);
        assertThat(distance(shortened, REPORT)).isLessThanOrEqualTo(Fingerprint.NEAR);
    }

    @Test
    void isFar_fromAnotherReport() {
        assertThat(distance(OTHER, REPORT)).isGreaterThan(Fingerprint.NEAR);
    }

    @Test
    void doesNotDependOnTheTitle_whereThereIsText() {
        assertThat(Fingerprint.of("One title", REPORT)).isEqualTo(Fingerprint.of("Another", REPORT));
    }

    @Test
    void isNull_whereThereIsTooLittleText() {
        assertThat(Fingerprint.of("Harbour blocked", "More soon.")).isNull();
        assertThat(Fingerprint.of(null, "")).isNull();
    }

    @Test
    void isThere_forTextsWithoutSpaces() {
        assertThat(Fingerprint.of(null, "维尔特罗瓦港口的码头工人星期二举行抗议，反对出售两个码头。")).isNotNull();
    }
}
