package dev.tocsin.contracts.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spans as a request of OTLP 1 over HTTP in JSON: ids in hexadecimal, times in nanoseconds since 1970 as strings
 * (opentelemetry-proto, {@code docs/specification.md}, "JSON Protobuf Encoding").
 */
record SpanForm(String service) {
    /** {@code SPAN_KIND_CONSUMER}: each step begins with a message. */
    private static final int CONSUMER = 5;

    private static final int ERROR = 2;
    private static final long NANOS = 1_000_000_000L;

    byte[] request(List<Span> spans) {
        var root = JsonNodeFactory.instance.objectNode();
        var resource = root.putArray("resourceSpans").addObject();
        attributes(resource.putObject("resource"), Map.of("service.name", service, "service.namespace", "tocsin"));
        var scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "dev.tocsin");
        var told = scope.putArray("spans");
        spans.forEach(span -> add(told, span));
        return Json.write(root);
    }

    private static void add(ArrayNode told, Span span) {
        var node = told.addObject();
        node.put("traceId", span.step().trace());
        node.put("spanId", span.step().span());
        if (span.step().parent() != null) {
            node.put("parentSpanId", span.step().parent());
        }
        node.put("name", span.name());
        node.put("kind", CONSUMER);
        node.put("startTimeUnixNano", nanos(span.start()));
        node.put("endTimeUnixNano", nanos(span.end()));
        attributes(node, span.attributes());
        if (!span.error().isEmpty()) {
            node.putObject("status").put("code", ERROR).put("message", span.error());
        }
    }

    private static void attributes(ObjectNode of, Map<String, String> values) {
        var attributes = of.putArray("attributes");
        new TreeMap<>(values).forEach((key, value) -> attributes
                .addObject()
                .put("key", key)
                .putObject("value")
                .put("stringValue", value));
    }

    private static String nanos(Instant time) {
        return String.valueOf(time.getEpochSecond() * NANOS + time.getNano());
    }
}
