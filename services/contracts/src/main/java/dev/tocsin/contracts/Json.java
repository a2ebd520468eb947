package dev.tocsin.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The one JSON mapper. Times are RFC 3339 in UTC, absent values are written as {@code null}, unknown fields are
 * ignored so that a message from the future can be read, and nesting is bounded because messages are hostile.
 */
public final class Json {
    private static final int MAX_NESTING = 64;
    private static final int MAX_STRING = 8 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(MAX_STRING)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addDeserializer(DetectedArticle.class, new UnwrappedRecord<>(DetectedArticle.class))
                    .addDeserializer(ClassifiedArticle.class, new UnwrappedRecord<>(ClassifiedArticle.class)))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The mapper itself, for frameworks that want one. Do not configure it further. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one message.
     *
     * @throws UnreadableMessageException with a reason fit for a dead letter, when the bytes are not JSON or not this
     *     message
     */
    public static <T> T read(byte[] json, Class<T> type) throws UnreadableMessageException {
        try {
            T message = MAPPER.readValue(json, type);
            if (message == null) {
                throw new UnreadableMessageException("is JSON null, expected a " + type.getSimpleName());
            }
            return message;
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new UnreadableMessageException(
                    "is not a " + type.getSimpleName() + ": " + e.getOriginalMessage() + at, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
