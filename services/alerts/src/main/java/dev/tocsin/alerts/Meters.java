package dev.tocsin.alerts;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/** What alerts counts, under {@code /q/metrics}, and tells of its steps in traces. */
record Meters(MeterRegistry registry, Spans spans) {
    /** Dead letters are counted from nought, so that whoever watches sees the first one come. */
    Meters {
        registry.counter("tocsin.dead.letters", "reason", "unreadable");
    }

    /** A message went to the dead letters. */
    void buried(String reason) {
        registry.counter("tocsin.dead.letters", "reason", reason).increment();
    }

    /** An article came again and changed nothing. */
    void duplicate() {
        registry.counter("tocsin.alerts.duplicates").increment();
    }

    /** An article was looked at. A transaction that fails and is done again is told twice. */
    void gathered(Envelope envelope, String topic, String article) {
        spans.tell(envelope.trace(), "story", envelope.now(), Map.of("topic", topic, "article", article));
    }

    /** An alert rang, in this envelope. */
    void rang(Alert alert, Envelope envelope) {
        spans.tell(envelope.trace(), "alert", envelope.now(), Map.of("topic", alert.topic(), "story", alert.story()));
        registry.counter(
                        "tocsin.alerts.rung",
                        "topic",
                        alert.topic(),
                        "type",
                        alert.msgType().name())
                .increment();
    }
}
