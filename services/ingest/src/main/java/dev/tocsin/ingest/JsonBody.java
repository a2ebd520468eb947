package dev.tocsin.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tocsin.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads requests' bodies as JSON, one element at a time, and says where it is none. */
final class JsonBody {
    private static final ObjectReader TREES =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final InputStream body;

    JsonBody(InputStream body, long limit) {
        this.body = new BoundedInput(body, limit);
    }

    /** The whole body, which is one value. */
    JsonNode one() {
        var holder = new JsonNode[1];
        parse(parser -> holder[0] = tree(parser));
        return holder[0];
    }

    /**
     * Hands on the elements of an array, or the one value that is no array.
     *
     * @param most elements; one more is a 413
     * @return whether it was an array
     */
    boolean each(int most, Consumer<JsonNode> element) {
        var array = new boolean[1];
        parse(parser -> {
            array[0] = parser.currentToken() == JsonToken.START_ARRAY;
            if (!array[0]) {
                element.accept(tree(parser));
                return;
            }
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i == most) {
                    throw Problem.tooLarge("there are more than " + most + " elements: send them in parts");
                }
                element.accept(tree(parser));
            }
        });
        return array[0];
    }

    /**
     * Hands on each line's JSON (NDJSON); empty lines are none.
     *
     * @param most lines; one more is a 413
     * @param wrong takes, in the place of a line that is no JSON, what is wrong with it
     */
    void eachLine(int most, Consumer<JsonNode> element, Consumer<String> wrong) {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            int count = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                if (count++ == most) {
                    throw Problem.tooLarge("there are more than " + most + " lines: send them in parts");
                }
                try {
                    element.accept(Json.mapper().readTree(line));
                } catch (JsonProcessingException e) {
                    var at = e.getLocation() == null
                            ? ""
                            : " (column " + e.getLocation().getColumnNr() + ")";
                    wrong.accept("the line is not JSON" + at + ": " + e.getOriginalMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    private void parse(Reading reading) {
        try (var parser = Json.mapper().getFactory().createParser(body)) {
            if (parser.nextToken() == null) {
                throw Problem.badRequest("the body is empty, JSON is expected");
            }
            reading.read(parser);
            if (parser.nextToken() != null) {
                throw Problem.badRequest("the body goes on after its JSON ended");
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw Problem.badRequest("the body is not JSON" + where + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(JsonParser parser) throws IOException {
        return TREES.readTree(parser);
    }
}
