package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.pages.SearchHit.Part;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchViewTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 1, 5);

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
        assertThat(form.archiveQuery()).isEqualTo("q=gas&from=2022-01-05T00%3A00%3A00Z&to=2022-01-07T00%3A00%3A00Z");
        assertThat(form("from", "soon").archiveQuery()).isEqualTo("from=soon");
        assertThat(form("from", "2022-01-05").kind("from")).isEqualTo("date");
        assertThat(form("from", "2022-01-05T10:00:00Z").kind("from")).isEqualTo("text");
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
                context(json("{\"items\":[{\"name\":\"Gas\",\"query\":\"q=gas&language=ru\",\"by\":\"ada\"}]}")));

        assertThat(view.total()).isEqualTo(new SearchView.Total(1200, true));
        assertThat(view.older()).isEqualTo("/articles?q=gas&language=ru&cursor=c%2B");
        assertThat(view.missing()).isEqualTo(new SearchView.Missing("BUILDING", 3, 9, ""));
        assertThat(view.chosen()).containsExactly(new SearchView.Chosen("language", "Russian", "/articles?q=gas"));
        assertThat(view.facets())
                .extracting(f -> f.values().getFirst())
                .containsExactly(
                        new SearchView.Value("Protests", "1,100", "/articles?q=gas&language=ru&topic=protests"),
                        new SearchView.Value("Kazakh", "2", "/articles?q=gas&language=kk"),
                        new SearchView.Value("Kazakhstan", "3", "/articles?q=gas&language=ru&country=KZ"));
        assertThat(view.saved())
                .containsExactly(new SearchView.Saved("Gas", "/articles?q=gas&language=ru", "ada", true));
        assertThat(view.export("csv")).isEqualTo("/api/articles.csv?q=gas&language=ru");
        assertThat(view.otherOrder()).isEqualTo("/articles?q=gas&language=ru&sort=best");
    }

    @Test
    void speaksAsTheReaderDoes() throws Exception {
        var list = json(
                "{\"facets\":{\"language\":[{\"value\":\"kk\",\"articles\":1200},{\"value\":\"und\",\"articles\":1}]}}");
        var reader = new SearchView.Context(Locale.ITALIAN, TODAY, Map.of(), MissingNode.getInstance());

        assertThat(SearchView.found(form(), list, reader).facets().getFirst().values())
                .extracting(v -> v.label() + " " + v.count())
                .containsExactly("Kazako 1.200", "und 1");
    }

    @Test
    void looksAtTheLastDays_ofWhichTodayIsOne() {
        var view = SearchView.found(
                form("q", "gas", "from", "2021-12-30", "to", ""),
                MissingNode.getInstance(),
                context(MissingNode.getInstance()));

        assertThat(view.spans())
                .containsExactly(
                        new SearchView.Span(1, "/articles?q=gas&from=2022-01-05", false),
                        new SearchView.Span(7, "/articles?q=gas&from=2021-12-30", true),
                        new SearchView.Span(30, "/articles?q=gas&from=2021-12-07", false));
    }

    @ParameterizedTest
    @CsvSource({
        "gas  price,         /articles?q=gas+OR+price",
        "gas,                ",
        "gas -price,         ",
        "title:gas price,    ",
        "'\"gas price\"',    ",
        "gas OR price,       ",
        "pro* gas,           "
    })
    void offersAnyOfTheWords_whereTheSearchIsJustWords(String q, @Nullable String address) {
        var view = SearchView.found(form("q", q), MissingNode.getInstance(), context(MissingNode.getInstance()));

        assertThat(view.anyWord()).isEqualTo(address);
    }

    @Test
    void pointsAtTheSpot_whenTheSearchIsWrong() throws Exception {
        var wrong = trouble("gas \"x", "{\"reason\":\"quote-open\",\"position\":{\"start\":4,\"end\":6}}");
        assertThat(wrong.spot()).containsExactly(new Part("gas ", false), new Part("\"x", true), new Part("", false));
        assertThat(wrong.reason()).isEqualTo("quote-open");

        var atEnd = trouble("gas OR", "{\"position\":{\"start\":6,\"end\":6}}");
        assertThat(atEnd.spot().get(1)).isEqualTo(new Part("…", true));

        assertThat(trouble("gas", "{\"position\":{\"start\":9,\"end\":12}}").spot())
                .isEmpty();
        assertThat(trouble("gas", "{}").spot()).isEmpty();
    }

    private static SearchTrouble trouble(String q, String problem) throws JsonProcessingException {
        return Objects.requireNonNull(
                SearchView.wrong(form("q", q), "wrong", json(problem), context(MissingNode.getInstance()))
                        .trouble());
    }

    private static SearchView.Context context(JsonNode saved) {
        return new SearchView.Context(Locale.ENGLISH, TODAY, Map.of("protests", "Protests"), saved);
    }
}
