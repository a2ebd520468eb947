package dev.tocsin.archive.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleViewTest {
    @ParameterizedTest
    @CsvSource({
        "'{\"publishedAt\":\"2022-01-06T20:00:00.5Z\",\"fetchedAt\":\"2022-01-07T00:00:00Z\"}', 2022-01-06T20:00:00.5Z",
        "'{\"publishedAt\":null,\"fetchedAt\":\"2022-01-07T00:00:00Z\"}', 2022-01-07T00:00:00Z",
        "'{\"fetchedAt\":\"2022-01-07T00:00:00Z\"}', 2022-01-07T00:00:00Z",
    })
    void tellsWhenItHappened(String message, String eventTime) throws Exception {
        assertThat(ArticleView.whole(json(message)).get("eventTime").asText()).isEqualTo(eventTime);
    }

    @Test
    void showsAnExcerptForTheText_andAllTheRest() throws Exception {
        var item = ArticleView.item(
                json("{\"id\":\"a1\",\"text\":\"long\",\"author\":null,\"fetchedAt\":\"2022-01-07T00:00:00Z\"}"),
                "lo…");

        assertThat(item)
                .isEqualTo(json(
                        "{\"id\":\"a1\",\"author\":null,\"fetchedAt\":\"2022-01-07T00:00:00Z\",\"excerpt\":\"lo…\","
                                + "\"eventTime\":\"2022-01-07T00:00:00Z\"}"));
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) Json.mapper().readTree(text);
    }
}
