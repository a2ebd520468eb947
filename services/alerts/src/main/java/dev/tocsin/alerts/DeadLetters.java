package dev.tocsin.alerts;

import dev.tocsin.contracts.DeadLetter;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of messages, never larger than a channel takes. */
final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** Escaped as JSON, or as base64, this still is below the 4 MB that brokers accept. */
    private static final int MOST_BYTES = 1_900_000;

    private DeadLetters() {}

    /** Where a message stands. */
    record Position(String topic, int partition, long offset) {
        static Position of(ProcessingContext context) {
            return context.recordMetadata()
                    .map(at -> new Position(at.topic(), at.partition(), at.offset()))
                    .orElse(new Position("none", -1, -1));
        }
    }

    static DeadLetter of(Position at, @Nullable String key, byte @Nullable [] value, String reason, Instant now) {
        // the reason stays out of the log: a parser quotes what it cannot read
        LOG.warnf("dead letter channel=%s partition=%d offset=%d", at.topic(), at.partition(), at.offset());
        if (value == null || value.length <= MOST_BYTES) {
            return letter(at, key, value, reason, now);
        }
        return letter(
                at,
                key,
                null,
                reason + "; its " + value.length + " bytes are left out, they stand at this position",
                now);
    }

    private static DeadLetter letter(
            Position at, @Nullable String key, byte @Nullable [] value, String reason, Instant now) {
        return DeadLetter.of(Envelope.SERVICE, at.topic(), at.partition(), at.offset(), key, value, reason, now);
    }
}
