package dev.tocsin.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an alert on its way to one receiver.
 *
 * @param key story, revision and receiver, which the receiver gets as {@code Idempotency-Key}
 * @param event the CloudEvents id of the alert
 * @param traceparent W3C Trace Context of the alert
 * @param origin the record that carried the alert
 * @param payload the alert's JSON, as it is posted
 * @param created when it was recorded
 * @param nextTry of a pending one: not to be tried before
 * @param reason of a failed one
 */
public record Delivery(
        String key,
        String story,
        int revision,
        String topic,
        String receiver,
        String event,
        String traceparent,
        Origin origin,
        String payload,
        Instant created,
        State state,
        List<Attempt> attempts,
        @Nullable Instant nextTry,
        @Nullable String reason) {
    /** Where a delivery is in its life. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED;

        /** As it is stored and shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The Kafka record that an alert came by. */
    public record Origin(String kafkaTopic, int partition, long offset, @Nullable String key) {}

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** The key of a delivery: the same revision to the same receiver is the same delivery. */
    public static String key(String story, int revision, String receiver) {
        return story + ":" + revision + ":" + receiver;
    }
}
