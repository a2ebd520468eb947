package dev.tocsin.alerts;

import dev.tocsin.contracts.DeadLetter;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of the record that a processor has before it, never larger than a channel takes. */
final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** Escaped as JSON, or as base64, this still is below the 4 MB that brokers accept. */
    private static final int MOST_BYTES = 1_900_000;

    private DeadLetters() {}

    static DeadLetter of(
            ProcessingContext context, @Nullable String key, byte @Nullable [] value, String reason, Instant now) {
        // the reason stays out of the log: a parser quotes what it cannot read
        var topic = context.recordMetadata().map(RecordMetadata::topic).orElse("none");
        int partition = context.recordMetadata().map(RecordMetadata::partition).orElse(-1);
        long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
        LOG.warnf("dead letter channel=%s partition=%d offset=%d", topic, partition, offset);
        if (value == null || value.length <= MOST_BYTES) {
            return DeadLetter.of(Envelope.SERVICE, topic, partition, offset, key, value, reason, now);
        }
        var why = reason + "; its " + value.length + " bytes are left out, they stand at this position";
        return DeadLetter.of(Envelope.SERVICE, topic, partition, offset, key, null, why, now);
    }
}
