package dev.tocsin.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be handled, with all that is needed to understand it and to play it again.
 *
 * @param service that gave up on it
 * @param kafkaTopic where it stands
 * @param reason for people: what is wrong with it
 * @param value its bytes, as {@code encoding} says; null where it had none or they are omitted
 * @param encoding {@code utf-8} for text, {@code base64} for bytes that are no UTF-8, {@code omitted} for bytes that
 *     would not fit on the channel a second time: they stand at {@code kafkaTopic}, {@code partition}, {@code offset}
 */
public record DeadLetter(
        String service,
        String kafkaTopic,
        int partition,
        long offset,
        @Nullable String key,
        String reason,
        Instant at,
        @Nullable String value,
        String encoding) {
    /**
     * The most JSON bytes that the value may take. Escapes make text up to six times longer and base64 makes bytes a
     * third longer, while channels take messages of 4 MiB: a dead letter that cannot be sent would stop the stream.
     */
    static final int MAX_VALUE_BYTES = 3 * 1024 * 1024;

    private static final String OMITTED = "omitted";

    public DeadLetter {
        Checks.required(service, "service");
        Checks.required(kafkaTopic, "kafkaTopic");
        Checks.required(reason, "reason");
        Checks.required(at, "at");
        Checks.required(encoding, "encoding");
    }

    /** The dead letter of a record: its bytes kept whole, or omitted when they are too many. */
    public static DeadLetter of(
            String service,
            String kafkaTopic,
            int partition,
            long offset,
            @Nullable String key,
            byte @Nullable [] value,
            String reason,
            Instant at) {
        String text = value == null ? null : utf8(value);
        boolean binary = value != null && text == null;
        String carried = binary ? Base64.getEncoder().encodeToString(value) : text;
        String encoding = binary ? "base64" : "utf-8";
        if (carried != null && Json.write(carried).length > MAX_VALUE_BYTES) {
            carried = null;
            encoding = OMITTED;
        }
        return new DeadLetter(service, kafkaTopic, partition, offset, key, reason, at, carried, encoding);
    }

    /** Where the record stands, {@code topic-partition-offset}: unique, so the subject of its envelope. */
    public String position() {
        return kafkaTopic + "-" + partition + "-" + offset;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
