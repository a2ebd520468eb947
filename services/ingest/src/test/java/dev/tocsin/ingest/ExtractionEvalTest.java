package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionEvalTest {
    private static final String PAGE = "<html lang=en><title>Ferry timetable</title><h1>Ferry timetable</h1>"
            + "<time datetime=2022-01-05T12:30:00Z></time><p>The harbour council approved a new timetable on Tuesday, after a long vote.</p>";

    @Test
    void writesALineAPage_plainOrCompressedAtAnyDepth(@TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve("b.html"), PAGE);
        Files.createDirectories(dir.resolve("a"));
        try (var gz = new GZIPOutputStream(Files.newOutputStream(dir.resolve("a/x.html.gz")))) {
            gz.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(dir.resolve("notes.txt"), "no page");
        var out = dir.resolve("out.jsonl");
        ExtractionEval.run(new String[] {dir.toString(), "--out", out.toString()});
        var rows = rows(out);
        assertThat(rows).extracting(r -> r.get("file").asText()).containsExactly("a/x.html.gz", "b.html");
        assertThat(rows).allSatisfy(r -> {
            assertThat(r.get("title").asText()).isEqualTo("Ferry timetable");
            assertThat(r.get("published").asText()).isEqualTo("2022-01-05T12:30:00Z");
            assertThat(r.get("author").isNull()).isTrue();
            assertThat(r.get("language").asText()).isEqualTo("en");
            assertThat(r.get("text").asText()).startsWith("The harbour council");
        });
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        var rows = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            rows.add(Json.mapper().readTree(line));
        }
        return rows;
    }
}
