package dev.tocsin.notify.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that was made.
 *
 * @param at when it began
 * @param status of the answer; null when there was none
 * @param error what went wrong; null when nothing did
 * @param ms how long it took, in milliseconds
 */
public record Attempt(Instant at, @Nullable Integer status, @Nullable String error, long ms) {
    /** The record of an attempt. */
    public static Attempt of(Instant at, Outcome outcome, long ms) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> new Attempt(at, delivered.status(), null, ms);
            case Outcome.Retryable retryable -> new Attempt(at, retryable.status(), retryable.reason(), ms);
            case Outcome.Refused refused -> new Attempt(at, refused.status(), refused.reason(), ms);
        };
    }
}
