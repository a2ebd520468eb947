package dev.tocsin.contracts.trace;

import dev.tocsin.contracts.TraceParent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where a service tells its steps in the traces of articles. It never waits and never fails: what no collector takes in
 * time is dropped, for an article matters more than its trace.
 */
public interface Spans extends AutoCloseable {
    /** Tells nobody, at the cost of a call. */
    Spans NOBODY = new Spans() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void tell(TraceParent step, String name, Instant start, Map<String, String> attributes, String error) {}

        @Override
        public void close() {}
    };

    /**
     * By OpenTelemetry's environment variables: {@code OTEL_EXPORTER_OTLP_ENDPOINT}, without which nothing is told;
     * {@code OTEL_EXPORTER_OTLP_HEADERS}; {@code OTEL_TRACES_SAMPLER_ARG}, the share of traces that is told.
     *
     * @param service such as {@code ingest}
     * @throws IllegalArgumentException with the variable and what it should be
     */
    static Spans of(String service, Map<String, String> environment, InstantSource clock) {
        return SpanSettings.of(environment)
                .<Spans>map(settings -> new SpanSender(settings, new SpanForm("tocsin-" + service), clock))
                .orElse(NOBODY);
    }

    /** Whether anybody is told; else it is not worth reading a message's trace. */
    boolean isOn();

    /** The time that spans are measured by; any, where nobody is told. */
    Instant now();

    /**
     * Tells a step that ends now, if its trace is one that is told.
     *
     * @param name of the step, such as {@code classify}; one of few
     * @param attributes what it was about: ids and numbers, never text of an article
     * @param error why it failed; empty where it did not
     */
    void tell(TraceParent step, String name, Instant start, Map<String, String> attributes, String error);

    /** Tells a step that went well and ends now. */
    default void tell(TraceParent step, String name, Instant start, Map<String, String> attributes) {
        tell(step, name, start, attributes, "");
    }

    /** Sends what is left, for at most two seconds. */
    @Override
    void close();
}
