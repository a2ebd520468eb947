package dev.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to deliver. */
public sealed interface Outcome {
    /** The receiver has it: any 2xx. */
    record Delivered(int status) implements Outcome {}

    /**
     * It may go well another time.
     *
     * @param status of the answer; null when there was none
     * @param retryAfter what the receiver asks for, where it does
     */
    record Retryable(@Nullable Integer status, String reason, @Nullable Duration retryAfter) implements Outcome {}

    /**
     * It will not go well however often it is tried.
     *
     * @param status of the answer; null when nothing was sent
     */
    record Refused(@Nullable Integer status, String reason) implements Outcome {}

    /** Request Timeout, Too Early (RFC 8470) and Too Many Requests (RFC 6585) are the 4xx that pass by themselves. */
    Set<Integer> PASSING = Set.of(408, 425, 429);

    /**
     * What an answer means.
     *
     * @param retryAfter the header {@code Retry-After}, if there is one
     */
    static Outcome of(int status, @Nullable String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        if (status >= 500 || PASSING.contains(status)) {
            return new Retryable(status, "answered " + status, RetryAfter.parse(retryAfter, now));
        }
        if (status >= 300 && status < 400) {
            return new Refused(status, "answered " + status + ": redirects are not followed, configure the final URL");
        }
        return new Refused(status, "answered " + status);
    }
}
