package dev.tocsin.alerts;

import java.time.InstantSource;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns what could not be read into a dead letter, and the stream goes on. */
final class DeadLetterProcessor extends ContextualProcessor<String, Reading, String, Object> {
    private final InstantSource clock;
    private final Meters meters;

    DeadLetterProcessor(InstantSource clock, Meters meters) {
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void process(Record<String, Reading> record) {
        if (record.value() instanceof Reading.Unreadable(var bytes, var reason)) {
            meters.buried("unreadable");
            var now = clock.instant();
            var letter = DeadLetters.of(DeadLetters.Position.of(context()), record.key(), bytes, reason, now);
            context().forward(Envelope.continuing(record.headers(), now).of(letter));
        }
    }
}
