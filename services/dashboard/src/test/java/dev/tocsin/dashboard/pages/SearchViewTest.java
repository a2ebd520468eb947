package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.pages.SearchHit.Part;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchViewTest {
    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.mapper().readTree(text);
    }

    private static SearchForm form(String... values) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < values.length; i += 2) {
            given.put(values[i], values[i + 1]);
        }
        return new SearchForm(given::get);
    }

    @Test
    void asksForWholeDays_andLeavesOutWhatIsEmpty() {
        var form = form("q", " gas ", "topic", "", "from", "2022-01-05", "to", "2022-01-06", "sort", "newest");

        assertThat(form.query()).isEqualTo("q=gas&from=2022-01-05&to=2022-01-06");
        assertThat(form.archiveQuery())
                .isEqualTo("q=gas&from=2022-01-05T00%3A00%3A00Z&to=2022-01-07T00%3A00%3A00Z");
        assertThat(form("from", "soon").archiveQuery()).isEqualTo("from=soon");
    }

    @Test
    void marksWhatWasFound_andPassesOverPlacesThatMakeNoSense() throws Exception {
        assertThat(SearchHit.parts("Gas and gas", json("[[0,3],[8,11]]")))
                .containsExactly(new Part("Gas", true), new Part(" and ", false), new Part("gas", true));
        assertThat(SearchHit.parts("Gas", json("[[2,1],[-1,2],[0,9],[\"x\"],7]")))
                .containsExactly(new Part("Gas", false));
    }

    @Test
    void narrowsDownByWhatTheArticlesHave() throws Exception {
        var list = json(
                """
                {"items":[],"nextCursor":"c+","total":{"value":1200,"relation":"gte"},"complete":false,
                 "index":{"state":"BUILDING","read":3,"of":9},
                 "facets":{"topic":[{"value":"protests","articles":1100}],"language":[{"value":"ru","articles":5},
                 {"value":"kk","articles":2}],"country":[{"value":"KZ","articles":3}]}}""");

        var view = SearchView.found(
                form("q", "gas", "language", "ru"),
                list,
                json("{\"items\":[{\"name\":\"Gas\",\"query\":\"q=gas\",\"by\":null}]}"),
                Map.of("protests", "Protests"));

        assertThat(view.total()).isEqualTo("More than 1,200 articles");
        assertThat(view.older()).isEqualTo("/articles?q=gas&language=ru&cursor=c%2B");
        assertThat(view.incomplete()).contains("3 of 9 articles so far");
        assertThat(view.chosen())
                .containsExactly(new SearchView.Chosen("language", "Language", "Russian", "/articles?q=gas"));
        assertThat(view.facets())
                .extracting(f -> f.values().getFirst())
                .containsExactly(
                        new SearchView.Value("Protests", "1,100", "/articles?q=gas&language=ru&topic=protests"),
                        new SearchView.Value("Kazakh", "2", "/articles?q=gas&language=kk"),
                        new SearchView.Value("Kazakhstan", "3", "/articles?q=gas&language=ru&country=KZ"));
        assertThat(view.saved()).containsExactly(new SearchView.Saved("Gas", "/articles?q=gas", null));
        assertThat(view.export("csv")).isEqualTo("/api/articles.csv?q=gas&language=ru");
        assertThat(view.otherOrder()).isEqualTo("/articles?q=gas&language=ru&sort=best");
    }

    @Test
    void pointsAtTheSpot_whenTheSearchIsWrong() throws Exception {
        var view = SearchView.wrong(
                form("q", "gas \"x"), "wrong", json("{\"start\":4,\"end\":6}"), MissingNode.getInstance(), Map.of());
        assertThat(view.spot())
                .containsExactly(new Part("gas ", false), new Part("\"x", true), new Part("", false));

        var atEnd = SearchView.wrong(
                form("q", "gas OR"), "wrong", json("{\"start\":6,\"end\":6}"), MissingNode.getInstance(), Map.of());
        assertThat(atEnd.spot().get(1)).isEqualTo(new Part("…", true));

        var elsewhere =
                SearchView.wrong(form("q", "gas"), "away", MissingNode.getInstance(), MissingNode.getInstance(), Map.of());
        assertThat(elsewhere.spot()).isEmpty();
    }
}
