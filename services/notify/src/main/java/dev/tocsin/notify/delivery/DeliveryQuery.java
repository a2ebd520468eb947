package dev.tocsin.notify.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of {@code GET /deliveries} asks for; the newest come first.
 *
 * @param story only of this story
 * @param receiver only to this receiver
 * @param state only in this state
 * @param after the last delivery of the page before
 * @param limit the most deliveries on a page
 */
public record DeliveryQuery(
        @Nullable String story,
        @Nullable String receiver,
        Delivery.@Nullable State state,
        @Nullable Position after,
        int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 200;

    /**
     * A query from the parameters of a request.
     *
     * @throws IllegalArgumentException that says which parameter is wrong and what it may be
     */
    public static DeliveryQuery of(
            @Nullable String story,
            @Nullable String receiver,
            @Nullable String state,
            @Nullable String cursor,
            @Nullable String limit) {
        return new DeliveryQuery(
                story,
                receiver,
                state == null ? null : state(state),
                cursor == null ? null : Position.of(cursor),
                limit == null ? DEFAULT_LIMIT : limit(limit));
    }

    private static Delivery.State state(String word) {
        return Arrays.stream(Delivery.State.values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'state' is none of "
                        + Arrays.stream(Delivery.State.values())
                                .map(Delivery.State::word)
                                .collect(Collectors.joining(", "))));
    }

    private static int limit(String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new IllegalArgumentException("'limit' must be a number from 1 to " + MOST);
    }

    /** Where a page ends; its text is opaque to readers. */
    public record Position(Instant created, String key) {
        static Position of(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
                if (parts.length == 2) {
                    return new Position(Instant.parse(parts[0]), parts[1]);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // said below, whatever it is that is wrong
            }
            throw new IllegalArgumentException("'cursor' is not one that this service gave: start without it");
        }

        public String cursor() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((created + " " + key).getBytes(UTF_8));
        }
    }
}
