package dev.tocsin.archive.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.contracts.Story;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "ten", "1.5", "1e2", "0x10", "99999999999999999999", "٣"})
    void namesTheLimitItsValueAndItsRange_whenItIsOutside(String limit) {
        assertThatThrownBy(() -> given("limit", limit).limit())
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("'limit' is '" + limit + "'")
                .hasMessageContaining("from 1 to 200");
    }

    @Test
    void takesTheDefaultLimit_whenNoneIsGivenOrTheFieldIsEmpty() {
        assertThat(new Parameters(Map.of()).limit()).isEqualTo(50);
        assertThat(given("limit", " ").limit()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200", "007"})
    void takesALimitWithinItsRange(String limit) {
        assertThat(given("limit", limit).limit()).isEqualTo(Integer.parseInt(limit));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-06T20:00:00Z, 2022-01-06T20:00:00Z",
        "2022-01-07t02:00:00+06:00, 2022-01-06T20:00:00Z",
        "2022-01-06T20:00:00.123456789z, 2022-01-06T20:00:00.123456789Z",
    })
    void readsADateAndTimeOfRfc3339(String written, Instant meant) {
        assertThat(given("from", written).instant("from")).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2022-01-06",
                "2022-01-06T20:00:00",
                "2022-02-30T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "2022-01-06T20:00:00+99:00",
                "1641499200"
            })
    void refusesWhatIsNoDateAndTime(String written) {
        assertThatThrownBy(() -> given("since", written).instant("since"))
                .isInstanceOf(BadParameterException.class)
                .hasMessageContaining("'since' is '" + written + "'")
                .hasMessageContaining("RFC 3339");
    }

    @Test
    void tellsHowToWriteAnOffset_whenThePlusBecameASpace() {
        assertThatThrownBy(() -> given("since", "2022-01-06T20:00:00 06:00").instant("since"))
                .hasMessageContaining("%2B");
    }

    @Test
    void listsTheWordsThereAre_whenOneIsUnknown() {
        assertThatThrownBy(() -> given("state", "opened").oneOf("state", Story.State.class))
                .hasMessage("'state' is 'opened', expected one of open, closed, merged");
        assertThat(given("state", "merged").oneOf("state", Story.State.class)).isEqualTo(Story.State.MERGED);
    }

    @Test
    void refusesAParameterGivenTwice() {
        assertThatThrownBy(() -> new Parameters(Map.of("topic", List.of("a", "b"))).text("topic"))
                .hasMessageContaining("'topic' is given 2 times");
    }

    @Test
    void repeatsOnlyTheBeginningOfALongValue() {
        assertThatThrownBy(() -> given("limit", "9".repeat(150)).limit())
                .hasMessageContaining("9".repeat(60) + "…'")
                .hasMessageNotContaining("9".repeat(61));
        assertThatThrownBy(() -> given("topic", "t".repeat(201)).text("topic"))
                .hasMessageContaining("201 characters, the most is 200");
    }

    private static Parameters given(String name, String value) {
        return new Parameters(Map.of(name, List.of(value)));
    }
}
