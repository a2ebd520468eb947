package dev.tocsin.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The files of {@code src/test/resources/pages}. */
final class PageFile {
    private static final Path DIR = directory();

    private PageFile() {}

    static List<String> names() {
        try (var files = Files.list(DIR)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".html"))
                    .map(f -> f.substring(0, f.length() - ".html".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        return read(name + ".html");
    }

    static JsonNode expected(String name) {
        try {
            return Json.mapper().readTree(read(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(DIR.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(PageFile.class.getResource("/pages"), "no folder pages")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
