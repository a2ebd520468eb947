package dev.tocsin.dashboard.manners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannersTest {
    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'limit' is -1, the least is 1.; limit",
                "pack line 3: 'tremour' is wrong; tremour",
                "'source.country' is 'XX', expected two letters.; source.country",
                "There is none.;",
                "It isn't 'there';",
            })
    void findTheFieldThatADetailBeginsWith(String detail, String field) {
        assertThat(Faults.field(detail).orElse(null)).isEqualTo(field);
    }

    @Test
    void pointIntoABody() {
        assertThat(Faults.pointer("source.country")).isEqualTo("#/source/country");
        assertThat(Faults.pointer("ids[3].name")).isEqualTo("#/ids/3/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1,2]", "null", "\"x\"", " {\"a\":{\"a\":1}} "})
    void findNoFaultInJson(String text) {
        assertThat(JsonText.fault(bytes(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}{}", "{\"a\":1,\"a\":2}", "{'a':1}", "[1,]", "NaN", "{\"a\":01}"})
    void findAFaultInWhatIsNone(String text) {
        assertThat(JsonText.fault(bytes(text))).isPresent();
    }

    @Test
    void findAFault_whereItIsTooDeepOrNoText() {
        assertThat(JsonText.fault(bytes("[".repeat(100) + "]".repeat(100))))
                .hasValueSatisfying(f -> assertThat(f).contains("deeper than 64"));
        assertThat(JsonText.fault(new byte[] {'"', -1, '"'})).contains("it is not UTF-8");
    }

    @Test
    void knowWhetherAListGoesOn() {
        assertThat(JsonText.nextCursor(bytes("{\"items\":[{\"nextCursor\":\"x\"}],\"nextCursor\":\"y\"}")))
                .contains("y");
        assertThat(JsonText.nextCursor(bytes("{\"nextCursor\":null,\"items\":[]}")))
                .isEmpty();
        assertThat(JsonText.nextCursor(bytes("[{\"nextCursor\":\"x\"}]"))).isEmpty();
        assertThat(JsonText.nextCursor(bytes("{\"nextCursor\":"))).isEmpty();
    }

    @Test
    void tellARepetition_byItsCallerKeyAndAllThatTheAnswerDependsOn() {
        var first = Repetition.of("KEY 1", "k", "POST", "/api/feeds", bytes("{}"));

        assertThat(Repetition.of("KEY 1", "k", "POST", "/api/feeds", bytes("{}")))
                .isEqualTo(first);
        assertThat(Repetition.of("KEY 2", "k", "POST", "/api/feeds", bytes("{}"))
                        .id())
                .isNotEqualTo(first.id());
        var other = Repetition.of("KEY 1", "k", "POST", "/api/feeds?x", bytes("{}"));
        assertThat(other.id()).isEqualTo(first.id());
        assertThat(other.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(Repetition.isKey("x".repeat(255))).isTrue();
        assertThat(Repetition.isKey("x".repeat(256))).isFalse();
    }

    @Test
    void nameARequestAsItsClientDoes_whereThatIsPlain() {
        assertThat(RequestId.of("desk-7.a_B")).isEqualTo("desk-7.a_B");
        assertThat(RequestId.of("a\nb")).hasSize(36);
        assertThat(RequestId.of("x".repeat(65))).hasSize(36);
        assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
    }

    @Test
    void nameWhatPeopleMadeOfAThing_andNotWhatThePollsBrought() {
        var feed = "{\"url\":\"https://x\",\"tags\":[\"a\"],\"state\":\"%s\"}";

        assertThat(Edits.feed(bytes(feed.formatted("ok")))).isEqualTo(Edits.feed(bytes(feed.formatted("failing"))));
        assertThat(Edits.feed(bytes(feed.replace("\"a\"", "\"b\"")))).isNotEqualTo(Edits.feed(bytes(feed)));
        assertThat(Edits.topic(bytes("{\"version\":7}"))).contains("7");
        assertThat(Edits.topic(bytes("{}"))).isEmpty();
        assertThat(Edits.replacesAList(bytes("{\"tags\":[]}"))).isTrue();
        assertThat(Edits.replacesAList(bytes("{\"title\":\"x\"}"))).isFalse();
        assertThat(Edits.replacesAList(bytes("nonsense"))).isFalse();
    }
}
