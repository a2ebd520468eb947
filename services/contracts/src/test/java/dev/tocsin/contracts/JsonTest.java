package dev.tocsin.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Instant AT = Instant.parse("2022-01-06T20:00:00Z");

    @Test
    void writesAClassifiedArticleAsOneFlatObject() throws Exception {
        var json = Json.mapper().readTree(Json.write(classified()));

        assertThat(json.get("id").asText()).isEqualTo("a1");
        assertThat(json.get("publishedAt").isNull()).isTrue();
        assertThat(json.get("fetchedAt").asText()).isEqualTo("2022-01-06T20:00:00Z");
        assertThat(json.get("language").get("tag").asText()).isEqualTo("it");
        assertThat(json.get("topics").isEmpty()).isTrue();
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        assertThat(Json.read(Json.write(classified()), ClassifiedArticle.class)).isEqualTo(classified());
    }

    @Test
    void readsTheEarlierStageOutOfTheLater() throws Exception {
        assertThat(Json.read(Json.write(classified()), FetchedArticle.class))
                .isEqualTo(classified().fetched());
    }

    @Test
    void saysWhatAndWhere_whenTheBytesAreNotJson() {
        assertThatThrownBy(() -> Json.read("{\"id\":".getBytes(UTF_8), Story.class))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("is not a Story")
                .hasMessageContaining("line 1");
    }

    @Test
    void namesTheMissingField() {
        assertThatThrownBy(() -> Json.read("{\"revision\":1}".getBytes(UTF_8), FetchedArticle.class))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("'id' is missing");
    }

    @Test
    void refusesWhatFollowsTheMessage() {
        assertThatThrownBy(() -> Json.read("{\"a\":1} {}".getBytes(UTF_8), FetchedArticle.class))
                .isInstanceOf(UnreadableMessageException.class);
    }

    private static ClassifiedArticle classified() {
        var fetched = new FetchedArticle(
                "a1",
                1,
                "https://news.example/1",
                null,
                null,
                null,
                "Testo",
                null,
                null,
                null,
                AT,
                false,
                "f1",
                new Source("news.example", "News", "IT", "C"),
                Origin.UNKNOWN,
                List.of(),
                null);
        var detected = new DetectedArticle(fetched, new DetectedLanguage("it", 0.9, null));
        return new ClassifiedArticle(
                detected, AT, List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of());
    }

    @Test
    void readsAnOriginWithoutWhatLaterVersionsTell() throws Exception {
        var json =
                """
                {"source":"s","name":"S","language":"it","firstSeen":"2022-01-06T20:00:00Z","articles":["a"]}
                """;
        var origin = Json.read(json.getBytes(UTF_8), StoryOrigin.class);
        assertThat(origin.members()).isEmpty();
        assertThat(origin.family()).isNull();
    }
}
