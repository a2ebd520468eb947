package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.mapper().readTree(text);
    }

    @Test
    void anArticleRowNamesItsTopicsAndTimes() throws Exception {
        var row = ArticleRow.of(
                json(
                        """
                        {"id":"a","title":" Crowds gather ","excerpt":"…","source":{"name":"Steppe Wire"},
                         "language":{"tag":"kk"},"publishedAt":"2022-01-05T12:00:00Z","fetchedAt":"not a time",
                         "topics":[{"topic":"protests"},{"topic":"new-one"}]}"""),
                Map.of("protests", "Protests"),
                Locale.ITALIAN);

        assertThat(row.title()).isEqualTo("Crowds gather");
        assertThat(row.topics()).containsExactly("Protests", "new-one");
        assertThat(row.published().iso()).isEqualTo("2022-01-05T12:00:00Z");
        assertThat(row.fetched().iso()).isNull();
        assertThat(row.languageName()).isEqualTo("Kazako");
    }

    @Test
    void anArticleRowSurvives_whenAllIsMissing() throws Exception {
        var row = ArticleRow.of(json("{\"title\":null,\"publishedAt\":null}"), Map.of(), Locale.ENGLISH);

        assertThat(row.title()).isEmpty();
        assertThat(row.source()).isEmpty();
        assertThat(row.language()).isEqualTo("und");
        assertThat(row.published().text()).isEqualTo("unknown");
    }

    @Test
    void aFeedRowSaysHowTheFeedIs() throws Exception {
        var row = FeedRow.of(
                json(
                        """
                        {"id":"f","url":"https://wire.example/rss","title":null,"state":"failing",
                         "reason":"404","articles":12,"lastTry":"2022-01-05T12:00:00Z","nextTry":null}"""));

        assertThat(row.title()).isEqualTo("https://wire.example/rss");
        assertThat(row.state()).isEqualTo("failing");
        assertThat(row.reason()).isEqualTo("404");
        assertThat(row.articles()).isEqualTo("12");
        assertThat(row.nextTry().iso()).isNull();
    }

    @Test
    void aFeedRowSaysPaused_whateverItsState() throws Exception {
        var row = FeedRow.of(json("{\"url\":\"file:/feeds/a.xml\",\"state\":\"ok\",\"paused\":true}"));

        assertThat(row.state()).isEqualTo("paused");
        assertThat(row.link()).isNull();
    }
}
