package dev.tocsin.alerts;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Keys a verdict by its topic. It has no time of its own there: people decide today on the news of a replay. */
final class VerdictProcessor extends ContextualProcessor<String, Reading, String, Intake> {
    private static final long NO_TIME = 0;

    @Override
    public void process(Record<String, Reading> record) {
        if (record.value() instanceof Reading.Decision(var verdict)) {
            context().forward(new Record<>(verdict.topic(), new Intake.Decision(verdict), NO_TIME, record.headers()));
        }
    }
}
