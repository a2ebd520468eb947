package dev.tocsin.classify.actors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A YAML file read strictly into a record: what is not understood is a mistake, never ignored, and each mistake is pointed at.
 *
 * @param lines the line of each key, by its JSON pointer
 */
record YamlFile<T>(Path file, T value, Map<String, Integer> lines) {
    private static final long MAX_BYTES = 1 << 20;

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static <T> YamlFile<T> read(Path file, Class<T> type) throws InvalidActorsException {
        var text = text(file);
        Map<String, Integer> lines = Map.of();
        try {
            lines = lines(text);
            var value = YAML.readValue(text, type);
            if (value == null) {
                throw new InvalidActorsException(file + ": is empty");
            }
            return new YamlFile<>(file, value, lines);
        } catch (UnrecognizedPropertyException e) {
            throw mistake(file, lines, pointer(e.getPath()), "is no key here: use one of " + e.getKnownPropertyIds());
        } catch (ValueInstantiationException e) {
            var reason = e.getCause() == null
                    ? oneLine(e)
                    : String.valueOf(e.getCause().getMessage());
            throw mistake(file, lines, pointer(e.getPath()), reason);
        } catch (JsonMappingException e) {
            throw mistake(file, lines, pointer(e.getPath()), "has a wrong value: " + oneLine(e));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new InvalidActorsException(
                    file + line + ": is not YAML: " + oneLine(e) + ": check indentation and quotes");
        } catch (IOException e) {
            throw new InvalidActorsException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** The mistake at a key, such as {@code /actors/3/state}. */
    InvalidActorsException mistake(String pointer, String reason) {
        return mistake(file, lines, pointer, reason);
    }

    private static InvalidActorsException mistake(
            Path file, Map<String, Integer> lines, String pointer, String reason) {
        var nearest = pointer;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        var key = pointer.isEmpty() ? "the file" : "'" + pointer.substring(1).replace('/', '.') + "'";
        return new InvalidActorsException(file + " line " + lines.getOrDefault(nearest, 1) + ": " + key + " " + reason);
    }

    private static Map<String, Integer> lines(String text) throws IOException {
        var lines = new HashMap<String, Integer>();
        try (var parser = YAML.getFactory().createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    lines.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> "/" + (r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String text(Path file) throws InvalidActorsException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidActorsException(file + ": is larger than 1 MB: split it");
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new InvalidActorsException(file + ": is not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new InvalidActorsException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String oneLine(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("\\s+", " ");
    }
}
