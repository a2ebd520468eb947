package dev.tocsin.dashboard.manners;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What can be told of JSON without knowing what it says. */
public final class JsonText {
    private static final int DEEPEST = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(8 * 1024 * 1024)
                    .build())
            // which of two is meant, nobody can tell, and readers differ
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** What is wrong with a text that should be one JSON value (RFC 8259), with line and column; empty where nothing is. */
    public static Optional<String> fault(byte[] body) {
        if (body.length == 0) {
            return Optional.of("it is empty");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            return Optional.of("it is not UTF-8");
        }
        try (var parser = FACTORY.createParser(body)) {
            if (parser.nextToken() == null) {
                return Optional.of("it is empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                return Optional.of("something follows the end of its value" + at(parser.currentTokenLocation()));
            }
            return Optional.empty();
        } catch (StreamConstraintsException e) {
            return Optional.of("it is nested deeper than " + DEEPEST + " or holds too long a number, name or text"
                    + at(e.getLocation()));
        } catch (JsonProcessingException e) {
            return Optional.of(e.getOriginalMessage() + at(e.getLocation()));
        } catch (IOException e) {
            return Optional.of("it cannot be read: " + e.getMessage());
        }
    }

    /** The {@code nextCursor} of a list, which goes on; empty at its end, and where it is no list. */
    public static Optional<String> nextCursor(byte[] body) {
        try (var parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (name.equals("nextCursor")) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String at(com.fasterxml.jackson.core.@org.jspecify.annotations.Nullable JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
