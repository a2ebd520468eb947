package dev.tocsin.archive.intake;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of the bytes of a message. */
public sealed interface Reading<T> {
    /** They are the message that the channel carries. */
    record Readable<T>(T message) implements Reading<T> {}

    /** They are not, for a reason fit for a dead letter. */
    record Unreadable<T>(String reason) implements Reading<T> {}

    /** Reads a message; hostile bytes give a reason, never an exception. */
    static <T> Reading<T> of(byte @Nullable [] value, Class<T> type) {
        if (value == null) {
            return new Unreadable<>("has no value, expected a " + type.getSimpleName());
        }
        try {
            return new Readable<>(Json.read(value, type));
        } catch (UnreadableMessageException e) {
            return new Unreadable<>(Objects.requireNonNullElse(e.getMessage(), "is unreadable"));
        } catch (RuntimeException e) {
            // a parser that gives up on what nobody thought of, such as a year of a thousand digits
            return new Unreadable<>("is not a " + type.getSimpleName() + ": " + e);
        }
    }
}
