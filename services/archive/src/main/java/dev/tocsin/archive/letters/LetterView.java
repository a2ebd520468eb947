package dev.tocsin.archive.letters;

import dev.tocsin.contracts.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the API gives it.
 *
 * @param channel the channel's name, such as {@code articles-fetched}; null where the message stood on none of ours
 * @param excerpt the beginning of the value, at most 300 UTF-16 units
 * @param value whole, as {@code encoding} says; null in lists, where there was none and where it is omitted
 * @param replayable whether the message can be put back; else {@code obstacle} says why not
 * @param state waiting, replaying, replayed or discarded
 */
public record LetterView(
        String id,
        String service,
        @Nullable String channel,
        String kafkaTopic,
        int partition,
        long offset,
        @Nullable String key,
        String reason,
        String kind,
        Instant at,
        String encoding,
        @Nullable String excerpt,
        @Nullable String value,
        boolean replayable,
        @Nullable String obstacle,
        String state,
        @Nullable String by,
        @Nullable String why,
        @Nullable Instant decidedAt) {
    private static final int EXCERPT = 300;

    /** As lists show it. */
    public static LetterView item(Letter letter) {
        return of(letter, null);
    }

    /** With all of its value. */
    public static LetterView whole(Letter letter) {
        return of(letter, letter.letter().value());
    }

    private static LetterView of(Letter letter, @Nullable String value) {
        var told = letter.letter();
        return new LetterView(
                letter.id(),
                told.service(),
                Channel.ofKafkaTopic(told.kafkaTopic()).map(Channel::slug).orElse(null),
                told.kafkaTopic(),
                told.partition(),
                told.offset(),
                told.key(),
                told.reason(),
                letter.kind(),
                told.at(),
                told.encoding(),
                excerpt(told.value()),
                value,
                letter.obstacle() == null,
                letter.obstacle(),
                letter.state().word(),
                letter.by(),
                letter.why(),
                letter.decidedAt());
    }

    private static @Nullable String excerpt(@Nullable String value) {
        if (value == null || value.length() <= EXCERPT) {
            return value;
        }
        // not within a surrogate pair
        int end = Character.isHighSurrogate(value.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return value.substring(0, end);
    }
}
