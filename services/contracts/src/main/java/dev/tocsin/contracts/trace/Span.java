package dev.tocsin.contracts.trace;

import dev.tocsin.contracts.TraceParent;
import java.time.Instant;
import java.util.Map;

/**
 * One step of a trace that is over.
 *
 * @param step the ids: of the trace, of this step, and of the step before where there was one
 * @param name of the step, such as {@code classify}; one of few
 * @param attributes what it was about: ids, numbers, never text of an article
 * @param error why it failed; empty where it did not
 */
record Span(TraceParent step, String name, Instant start, Instant end, Map<String, String> attributes, String error) {
    Span {
        attributes = Map.copyOf(attributes);
        // a clock may be set back in between
        end = end.isBefore(start) ? start : end;
    }
}
