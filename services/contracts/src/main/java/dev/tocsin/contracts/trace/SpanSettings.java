package dev.tocsin.contracts.trace;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What OpenTelemetry's own environment variables say.
 *
 * @param collector where spans are sent
 * @param headers sent along, such as a token
 * @param share of the traces that are told, 0 to 1
 */
record SpanSettings(URI collector, Map<String, String> headers, double share) {
    static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    static final String SHARE = "OTEL_TRACES_SAMPLER_ARG";

    SpanSettings {
        headers = Map.copyOf(headers);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(SHARE + " is " + share + ", expected 0 to 1");
        }
    }

    /** Empty where no endpoint is set: then nothing is told. A wrong value ends the start in words. */
    static Optional<SpanSettings> of(Map<String, String> environment) {
        var endpoint = environment.getOrDefault(ENDPOINT, "").strip();
        return endpoint.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpanSettings(
                        collector(endpoint),
                        headers(environment.getOrDefault(HEADERS, "")),
                        share(environment.getOrDefault(SHARE, "1"))));
    }

    /** By its id, so that all services tell the same traces: the rule of {@code TraceIdRatioBased} in OpenTelemetry's SDKs. */
    boolean tells(String trace) {
        long low = Long.parseUnsignedLong(trace.substring(16), 16) & Long.MAX_VALUE;
        return share == 1 || low < (long) (share * Long.MAX_VALUE);
    }

    private static URI collector(String endpoint) {
        if (!endpoint.matches("https?://[^\\s?#]+")) {
            throw new IllegalArgumentException(ENDPOINT + " is '" + endpoint + "', expected http(s)://host:4318");
        }
        return URI.create(endpoint.replaceAll("/+$", "") + "/v1/traces");
    }

    private static Map<String, String> headers(String list) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : list.split(",")) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                headers.put(
                        header.substring(0, equals).strip(),
                        header.substring(equals + 1).strip());
            } else if (!header.isBlank()) {
                throw new IllegalArgumentException(HEADERS + " has a part without '=', expected name=value,name=value");
            }
        }
        return headers;
    }

    private static double share(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SHARE + " is '" + text + "', expected a number from 0 to 1", e);
        }
    }
}
