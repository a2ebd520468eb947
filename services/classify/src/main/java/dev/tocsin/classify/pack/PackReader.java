package dev.tocsin.classify.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tocsin.contracts.TopicPack;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one pack from its YAML, strictly: what is not understood is a mistake, never ignored. */
final class PackReader {
    private static final long MAX_BYTES = 1 << 20;

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PackReader() {}

    /** A pack as it is written, its terms and examples not yet tried. */
    static PackFile read(Path file) throws InvalidPackException {
        return read(file, text(file));
    }

    /** @param file what mistakes are said to be in */
    static PackFile read(Path file, String text) throws InvalidPackException {
        try {
            var tree = YAML.readTree(text);
            var lines = PackLines.of(YAML.getFactory(), text);
            if (tree.isEmpty()) {
                throw whole(
                        file,
                        "holds no pack: a pack has at least id, version, name, threshold, titleBoost and signals");
            }
            PackKeys.check(file, tree, lines);
            return bind(file, text, lines);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            var reason = "is not YAML: " + oneLine(e) + ": check indentation and quotes, one pack a file";
            throw new InvalidPackException(
                    file + (line == null ? "" : " line " + line) + ": " + reason, new Mistake(line, null, reason));
        } catch (IOException e) {
            throw new InvalidPackException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static InvalidPackException whole(Path file, String reason) {
        return new InvalidPackException(file + ": " + reason, new Mistake(null, null, reason));
    }

    private static PackFile bind(Path file, String text, PackLines lines)
            throws InvalidPackException, JsonProcessingException {
        try {
            return new PackFile(file, YAML.readValue(text, TopicPack.class), lines);
        } catch (ValueInstantiationException e) {
            var key = key(e.getPath());
            var reason = e.getCause() == null
                    ? oneLine(e)
                    : String.valueOf(e.getCause().getMessage());
            int line = lines.line(key.isEmpty() ? quoted(reason) : key);
            throw new InvalidPackException(
                    file + " line " + line + ": " + (key.isEmpty() ? reason : "in '" + key + "', " + reason),
                    new Mistake(line, key.isEmpty() ? null : key, reason));
        } catch (JsonMappingException e) {
            var key = key(e.getPath());
            throw new InvalidPackException(file, lines.line(key), key, "has a wrong value: " + oneLine(e));
        }
    }

    /** The key that a record's own message begins with, in quotes. */
    private static String quoted(String reason) {
        var parts = reason.split("'", 3);
        return parts.length == 3 ? parts[1] : "";
    }

    private static String text(Path file) throws InvalidPackException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidPackException(file + ": is larger than 1 MB: split it into several topics");
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new InvalidPackException(file + ": is not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new InvalidPackException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String oneLine(JsonProcessingException e) {
        @Nullable String message = e.getOriginalMessage();
        return message == null ? e.getClass().getSimpleName() : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** A path in the words of the file, such as {@code signals[2].weight}. */
    private static String key(List<JsonMappingException.Reference> path) {
        var key = new StringBuilder();
        for (var step : path) {
            if (step.getFieldName() == null) {
                key.append('[').append(step.getIndex()).append(']');
            } else {
                key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return key.toString();
    }
}
