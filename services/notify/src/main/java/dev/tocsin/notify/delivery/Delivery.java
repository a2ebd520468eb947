package dev.tocsin.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one receiver.
 *
 * @param key names the message; the receiver gets it as {@code Idempotency-Key}, the same in every attempt
 * @param story whose messages arrive in order; of a message on several stories, a name of its own
 * @param revision its place in that order
 * @param event the CloudEvents id of the alert
 * @param traceparent W3C Trace Context of the alert
 * @param origin the record that carried the alert
 * @param payload what is told, as a notice's JSON
 * @param created when it was recorded
 * @param nextTry of a pending one: not to be tried before
 * @param reason of a failed or silenced one
 * @param since when the present series of attempts began: when it was recorded, or sent again by hand
 * @param spent attempts of earlier series
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
        @Nullable String reason,
        Instant since,
        int spent) {
    /** Where a delivery is in its life. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED,
        SILENCED;

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

    /** The key of one revision to one receiver: the same delivery, whichever route it comes by. */
    public static String key(String story, int revision, String receiver) {
        return story + ":" + revision + ":" + receiver;
    }

    /** Where it stands with something to tell to somebody, as it is recorded. */
    public static Delivery pending(
            String key,
            String story,
            int revision,
            String topic,
            String receiver,
            String event,
            String traceparent,
            Origin origin,
            String payload,
            Instant created) {
        return new Delivery(
                key,
                story,
                revision,
                topic,
                receiver,
                event,
                traceparent,
                origin,
                payload,
                created,
                State.PENDING,
                List.of(),
                created,
                null,
                created,
                0);
    }

    /** The same, settled before any attempt, with the reason. */
    public Delivery settled(State as, String why) {
        return new Delivery(
                key,
                story,
                revision,
                topic,
                receiver,
                event,
                traceparent,
                origin,
                payload,
                created,
                as,
                attempts,
                null,
                why,
                since,
                spent);
    }
}
