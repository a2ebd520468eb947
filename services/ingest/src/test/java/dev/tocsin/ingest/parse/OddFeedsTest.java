package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The collection of odd feeds, each named by its oddity: {@code feeds/odd/expected.jsonl} says what each must become.
 * What a line leaves out does not matter to its oddity; a null must be one.
 */
class OddFeedsTest {
    private static final Path FOLDER = Path.of("src/test/resources/feeds/odd");

    static Stream<Arguments> feeds() throws IOException {
        return lines().stream().map(line -> Arguments.of(line.path("file").asText(), line));
    }

    private static List<ObjectNode> lines() throws IOException {
        var lines = new ArrayList<ObjectNode>();
        for (var line : Files.readAllLines(FOLDER.resolve("expected.jsonl"), StandardCharsets.UTF_8)) {
            lines.add((ObjectNode) Json.mapper().readTree(line));
        }
        return lines;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("feeds")
    void becomesWhatIsExpected(String file, ObjectNode expected) throws IOException {
        var actual = shown(FeedParser.parse(Files.readAllBytes(FOLDER.resolve(file)), null));
        expected.properties().stream()
                .filter(p -> !p.getKey().equals("file") && !p.getKey().equals("items"))
                .forEach(p -> assertThat(actual.get(p.getKey())).as(p.getKey()).isEqualTo(p.getValue()));
        for (int i = 0; i < expected.path("items").size(); i++) {
            var item = actual.path("items").path(i);
            assertThat(item.isObject()).as("item " + i).isTrue();
            int at = i;
            expected.path("items").get(i).properties().forEach(p -> assertThat(item.get(p.getKey()))
                    .as("item %d, %s", at, p.getKey())
                    .isEqualTo(p.getValue()));
        }
    }

    @Test
    void hasAnExpectationForEachFile() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.equals("expected.jsonl")))
                    .containsExactlyInAnyOrderElementsOf(
                            lines().stream().map(l -> l.path("file").asText()).toList())
                    .hasSizeGreaterThanOrEqualTo(150);
        }
    }

    private static JsonNode shown(ParsedFeed parsed) {
        var shown = Json.mapper().createObjectNode();
        switch (parsed) {
            case Unreadable(var failure, var reason) -> {
                assertThat(reason).isNotBlank();
                shown.put("error", failure.label());
            }
            case Readable feed -> {
                shown.put("title", feed.title());
                shown.put("link", feed.link());
                shown.put("language", feed.language());
                shown.put("count", feed.items().size());
                var forgiven = shown.putArray("forgiven");
                feed.forgiven().forEach(forgiven::add);
                var items = shown.putArray("items");
                feed.items().forEach(item -> show(item, items.addObject()));
            }
        }
        return shown;
    }

    private static void show(RawItem item, ObjectNode shown) {
        shown.put("id", item.guid());
        shown.put("link", item.link());
        shown.put("title", text(item.title()));
        shown.put("content", text(item.content()));
        shown.put("summary", text(item.summary()));
        shown.put("author", item.author());
        shown.put(
                "published", item.published() == null ? null : item.published().toString());
        shown.put("updated", item.updated() == null ? null : item.updated().toString());
        shown.put("language", item.language());
        shown.put("source", item.source() == null ? null : item.source().url());
        var media = shown.putArray("media");
        item.media().forEach(m -> media.add(m.url()));
    }

    private static String text(Markup markup) {
        return markup.isBlank() ? null : markup.value();
    }
}
