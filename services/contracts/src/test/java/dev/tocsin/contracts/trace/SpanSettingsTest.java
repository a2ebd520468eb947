package dev.tocsin.contracts.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.contracts.TraceParent;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanSettingsTest {
    @Test
    void tellsNobody_whenThereIsNoCollector() {
        assertThat(Spans.of("language", Map.of(), InstantSource.system())).isSameAs(Spans.NOBODY);
        assertThat(Spans.of("language", Map.of(SpanSettings.ENDPOINT, " "), InstantSource.system()))
                .isSameAs(Spans.NOBODY);
    }

    @Test
    void readsOpenTelemetrysVariables() {
        var settings = SpanSettings.of(Map.of(
                SpanSettings.ENDPOINT, "https://collector.example/otlp/",
                SpanSettings.HEADERS, "Authorization=Basic abc==, X-Scope = news",
                SpanSettings.SHARE, "0.25"));

        assertThat(settings)
                .contains(new SpanSettings(
                        URI.create("https://collector.example/otlp/v1/traces"),
                        Map.of("Authorization", "Basic abc==", "X-Scope", "news"),
                        0.25));
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_ENDPOINT, collector:4318",
        "OTEL_EXPORTER_OTLP_HEADERS, a secret alone",
        "OTEL_TRACES_SAMPLER_ARG, half",
        "OTEL_TRACES_SAMPLER_ARG, 1.5",
        "OTEL_TRACES_SAMPLER_ARG, NaN"
    })
    void namesTheVariable_whenItIsWrong_butNoSecret(String variable, String value) {
        var environment = new java.util.HashMap<>(Map.of(SpanSettings.ENDPOINT, "http://localhost:4318"));
        environment.put(variable, value);

        assertThatThrownBy(() -> SpanSettings.of(environment))
                .hasMessageContaining(variable)
                .hasMessageNotContaining("secret");
    }

    @Test
    void tellsTheShareOfTraces_andTheSameInEachService() {
        var quarter = new SpanSettings(URI.create("http://localhost"), Map.of(), 0.25);
        var traces = IntStream.range(0, 4_000)
                .mapToObj(i -> TraceParent.start().trace())
                .toList();

        var told = traces.stream().filter(quarter::tells).toList();

        assertThat(told.size() / 4_000.0).isCloseTo(0.25, within(0.05));
        assertThat(traces.stream().filter(quarter::tells)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void tellsNoneOrAll(double share, boolean told) {
        var settings = new SpanSettings(URI.create("http://localhost"), Map.of(), share);

        assertThat(settings.tells("4bf92f3577b34da6a3ce929d0e0e4736")).isEqualTo(told);
        assertThat(settings.tells("4bf92f3577b34da6ffffffffffffffff")).isEqualTo(told);
        assertThat(settings.tells("4bf92f3577b34da60000000000000000")).isEqualTo(told);
    }
}
