package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a script has printed so far; a line that is not whole yet does not count. */
record Printed(Path file) {
    private static final String DATA = "data: ";

    private List<String> lines() throws IOException {
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Story and revision of each line that begins with them, in order. */
    List<String> revisions() throws IOException {
        return lines().stream()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length > 1)
                .map(words -> words[0] + " " + words[1])
                .toList();
    }

    /** The alerts of lines of server-sent events, which hold nothing but alerts. */
    List<JsonNode> alerts() throws IOException {
        var alerts = new ArrayList<JsonNode>();
        for (var line : lines()) {
            assertThat(line).startsWith(DATA);
            alerts.add(Json.mapper().readTree(line.substring(DATA.length())));
        }
        assertThat(alerts).allMatch(alert -> alert.hasNonNull("headline"));
        return alerts;
    }
}
