package dev.tocsin.contracts.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpanSenderTest {
    private static final Instant START = Instant.parse("2022-01-05T10:00:00.000000001Z");
    private static final Instant END = START.plusMillis(20);
    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void sendsWhatIsLeft_whenItCloses() throws Exception {
        var step = TraceParent.continuing(HEADER);
        try (var spans = spans()) {
            spans.tell(step, "classify", START, Map.of("article", "a1"), "no pack");
        }

        assertThat(tokens).containsExactly("Bearer abc");
        var resource = request().path("resourceSpans").path(0);
        assertThat(resource.at("/resource/attributes/0/value/stringValue").asText())
                .isEqualTo("tocsin-classify");
        var span = resource.at("/scopeSpans/0/spans/0");
        assertThat(span.path("traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.path("spanId").asText()).isEqualTo(step.value().substring(36, 52));
        assertThat(span.path("parentSpanId").asText()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.path("name").asText()).isEqualTo("classify");
        assertThat(span.path("startTimeUnixNano").asText()).isEqualTo("1641376800000000001");
        assertThat(span.path("endTimeUnixNano").asText()).isEqualTo("1641376800020000001");
        assertThat(span.path("attributes")).hasToString("[{\"key\":\"article\",\"value\":{\"stringValue\":\"a1\"}}]");
        assertThat(span.path("status").path("message").asText()).isEqualTo("no pack");
    }

    @Test
    void tellsNothing_whenTheTraceIsNotSampled() {
        try (var spans = spans()) {
            spans.tell(TraceParent.continuing(HEADER.replaceAll("01$", "00")), "classify", START, Map.of());
        }

        assertThat(bodies).isEmpty();
    }

    @Test
    void goesOn_whenTheCollectorIsGone() {
        collector.stop(0);
        try (var spans = spans()) {
            for (int i = 0; i < 10_000; i++) {
                spans.tell(TraceParent.start(), "classify", START, Map.of());
            }
            assertThat(spans.isOn()).isTrue();
        }

        assertThat(bodies).isEmpty();
    }

    private Spans spans() {
        var environment = Map.of(
                SpanSettings.ENDPOINT,
                "http://localhost:" + collector.getAddress().getPort(),
                SpanSettings.HEADERS,
                "Authorization=Bearer abc");
        return Spans.of("classify", environment, () -> END);
    }

    private JsonNode request() throws UnreadableMessageException {
        assertThat(bodies).hasSize(1);
        return Json.read(bodies.getFirst(), JsonNode.class);
    }
}
