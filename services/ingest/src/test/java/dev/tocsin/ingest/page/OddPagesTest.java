package dev.tocsin.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The odd pages of {@code src/test/resources/pages}: each named by what is odd, with what is expected of it beside it. */
class OddPagesTest {
    private static final String ADDRESS = "https://news.example/story";

    @TestFactory
    Stream<DynamicTest> readsTheOddPageAsExpected() {
        return PageFile.names().stream()
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> compare(PageFile.expected(name), PageFile.bytes(name))));
    }

    @Test
    void thereAreManyOddPages() {
        assertThat(PageFile.names()).hasSizeGreaterThan(80);
    }

    private static void compare(JsonNode expected, byte[] html) {
        var page = PageReader.read(html, null, expected.path("url").asText(ADDRESS));
        assertThat(expected.isEmpty()).isFalse();
        for (var wanted : expected.properties()) {
            switch (wanted.getKey()) {
                case "url" -> assertThat(wanted.getValue().isTextual()).isTrue();
                case "wall" ->
                    assertThat(page.wall().kind())
                            .as("wall %s", page.wall())
                            .hasToString(wanted.getValue().asText());
                case "contains" ->
                    texts(wanted.getValue())
                            .forEach(line -> assertThat(page.text().lines()).contains(line));
                case "media" ->
                    assertThat(page.media()).extracting(Page.Media::url).isEqualTo(texts(wanted.getValue()));
                default ->
                    assertThat(field(page, wanted.getKey())).as(wanted.getKey()).isEqualTo(wanted.getValue());
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode field(Page page, String name) {
        return Objects.requireNonNull(Json.mapper().valueToTree(page).get(name), "no field " + name);
    }
}
