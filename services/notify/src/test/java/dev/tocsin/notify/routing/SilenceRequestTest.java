package dev.tocsin.notify.routing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'topics': []}", "{'topics': [], 'severity': null, 'places': []}"})
    void refusesToSilenceEverything(String match) {
        assertThatThrownBy(() -> read(match, "2022-01-06T22:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'match' must say what is silenced");
    }

    @Test
    void refusesATimeBeyondAllCalendars() {
        assertThatThrownBy(() -> read("{'topics': ['protests']}", "+999999999-12-31T23:59:59Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'end' must be a time");
    }

    private static Silence read(String match, String end) throws Exception {
        var json = "{'match': %s, 'end': '%s', 'by': 'anna', 'comment': 'a drill'}".formatted(match, end);
        return SilenceRequest.read(
                "x",
                Json.read(json.replace((char) 39, '"').getBytes(StandardCharsets.UTF_8), JsonNode.class),
                Alerts.AT);
    }
}
