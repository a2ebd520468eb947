package dev.tocsin.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A sample message that every later build must read: {@code <type>.v1.json}, {@code <type>.v1.<case>.json}, or
 * {@code <type>.v1.from-the-future.json} with fields that no record knows yet.
 */
record Golden(Path file) {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<Golden> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Golden::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Golden plain(Channel channel) {
        return new Golden(FOLDER.resolve(channel.eventType().substring("dev.tocsin.".length()) + ".json"));
    }

    Channel channel() {
        return Arrays.stream(Channel.values())
                .filter(c -> ("dev.tocsin." + file.getFileName()).startsWith(c.eventType() + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a sample of no channel: " + file));
    }

    boolean fromTheFuture() {
        return file.toString().endsWith(".from-the-future.json");
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        try {
            return Json.mapper().readTree(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
