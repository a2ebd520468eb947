package dev.tocsin.alerts;

import dev.tocsin.contracts.Alert;
import io.micrometer.core.instrument.MeterRegistry;

/** What alerts counts, under {@code /q/metrics}. */
record Meters(MeterRegistry registry) {
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

    /** An alert rang. */
    void rang(Alert alert) {
        registry.counter(
                        "tocsin.alerts.rung",
                        "topic",
                        alert.topic(),
                        "type",
                        alert.msgType().name())
                .increment();
    }
}
