package dev.tocsin.archive.index;

import static dev.tocsin.archive.index.Articles.entry;
import static dev.tocsin.archive.index.Articles.ids;
import static dev.tocsin.archive.index.Articles.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.archive.search.SearchSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleIndexTest {
    private static final String CSTO =
            """
            {"topics":[{"topic":"csto-deployment"},{"topic":"protests"}],
             "source":{"id":"wire.example","name":"Steppe Wire","country":"KZ","reliability":"B"},
             "actors":[{"id":"csto","name":"Collective Security Treaty Organization","start":0,"end":4}],
             "places":[{"id":"spain","name":"Spain","start":10,"end":17}]}""";

    @TempDir
    Path folder;

    private ArticleIndex index;

    @BeforeEach
    void open() throws IOException {
        index = ArticleIndex.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void put(Entry... entries) throws IOException {
        for (var entry : entries) {
            index.put(entry);
        }
        index.refresh();
    }

    private List<String> find(String q, String... more) throws IOException {
        return ids(index.search(search(q, more), null));
    }

    @Test
    void findsWordsInTheFormsOfTheArticlesOwnLanguage() throws IOException {
        put(
                entry("en", 5, "en", "Crowds gather", "The protesters marched through the cities."),
                entry("ru", 4, "ru", "Митинг", "Протестующие вышли на площадь в городах."),
                entry("it", 3, "it", "Piazze piene", "I manifestanti hanno marciato nelle città dell'Ucraina."),
                entry("de", 2, "de", "Kundgebung", "Die Demonstranten zogen durch die Städte."),
                entry("zh", 1, "zh-Hans", "集安组织", "维和部队抵达阿拉木图。"));

        assertThat(find("protester")).containsExactly("en");
        assertThat(find("marching city")).containsExactly("en");
        assertThat(find("город")).containsExactly("ru");
        assertThat(find("manifestante")).containsExactly("it");
        assertThat(find("ucraina")).containsExactly("it");
        assertThat(find("citta")).containsExactly("it");
        assertThat(find("Stadt OR Städten")).containsExactly("de");
        assertThat(find("维和部队")).containsExactly("zh");
        assertThat(find("部维")).isEmpty();
        assertThat(find("город OR marching OR manifestante")).containsExactly("en", "ru", "it");
    }

    @Test
    void findsANameInAnySpelling() throws IOException {
        put(
                entry("ru", 3, "ru", "Обращение", "Вчера выступление Токаева показали дважды."),
                entry("kk", 2, "kk", "Мәлімдеме", "Кеше Тоқаевтың сөзі."),
                entry("de", 1, "de", "Rede", "Gestern sprach Tokajew im Fernsehen."),
                entry("en", 0, "en", "Tokyo", "The mayor of Tokyo spoke."));

        assertThat(find("Tokayev")).containsExactly("ru", "kk", "de");
        assertThat(find("tokayev")).containsExactly("ru", "kk", "de");
        assertThat(find("\"Tokayev\"")).isEmpty();
        assertThat(find("Токаев")).containsExactly("ru", "kk", "de");
    }

    @Test
    void readsTheWholeLanguage() throws IOException {
        put(
                entry("a", 3, "en", "Gas price doubles", "The price of fuel rose, people marched.", CSTO),
                entry("b", 2, "en", "Oil and fuel", "Fuel prices fell. The gas was cheap."),
                entry("c", 1, "en", "Weather", "Sunny in the south, gasoline is dear."));

        assertThat(find("gas")).containsExactly("a", "b");
        assertThat(find("title:gas")).containsExactly("a");
        assertThat(find("gas -title:gas")).containsExactly("b");
        assertThat(find("gas*")).containsExactly("a", "b", "c");
        assertThat(find("\"fuel prices\"")).containsExactly("b");
        assertThat(find("\"price of fuel\"")).containsExactly("a");
        assertThat(find("\"prices\"")).containsExactly("b");
        assertThat(find("the weather")).containsExactly("c");
        assertThat(find("-gas")).containsExactly("c");
        assertThat(find("fuel OR sunny")).containsExactly("a", "b", "c");
        assertThat(find("topic:protests")).containsExactly("a");
        assertThat(find("language:EN source:\"steppe wire\"")).containsExactly("a");
        assertThat(find("country:kz reliability:A-C actor:csto")).containsExactly("a");
        assertThat(find("actor:\"security treaty\"")).containsExactly("a");
        assertThat(find("place:Spain")).containsExactly("a");
        assertThat(find("Spain"))
                .as("by its English name, wherever it was recognised")
                .containsExactly("a");
        assertThat(find("nowhere OR \"so on\"")).isEmpty();
    }

    @Test
    void filtersAndCounts() throws IOException {
        put(
                entry("a", 3, "en", "Gas", "one", CSTO),
                entry("b", 2, "zh-Hans", "Gas", "two"),
                entry("c", 1, "en", "Gas", "three"));

        assertThat(find("gas", "country=KZ")).containsExactly("a");
        assertThat(find("gas", "language=zh")).containsExactly("b");
        // the language that names are in, too
        assertThat(find("gas", "language=en")).contains("a").doesNotContain("b");
        assertThat(find("gas", "language=zh-hans")).containsExactly("b");
        assertThat(find("gas", "actor=csto", "reliability=B")).containsExactly("a");
        assertThat(find("gas", "from=1970-01-01T00:00:00.002Z", "to=1970-01-01T00:00:00.003Z"))
                .containsExactly("b");
        assertThat(ids(index.search(search("gas"), Set.of("c", "none")))).containsExactly("c");

        var hits = index.search(search("gas", "facets=true"), null);
        assertThat(hits.total()).isEqualTo(3);
        assertThat(hits.exact()).isTrue();
        assertThat(hits.facets().get("language"))
                .containsExactly(new Hits.Count("en", 2), new Hits.Count("zh-hans", 1));
        assertThat(hits.facets().get("topic"))
                .containsExactly(new Hits.Count("csto-deployment", 1), new Hits.Count("protests", 1));
        assertThat(hits.facets().get("country")).containsExactly(new Hits.Count("KZ", 1));
    }

    @Test
    void saysWhereTheWordsStand() throws IOException {
        put(entry("a", 1, "ru", "Митинг", "Вчера выступал Токаев.", CSTO));

        var hit = index.search(search("Tokayev митинги Spain"), null).hits().getFirst();

        assertThat(hit.inText()).containsExactly(new Span(0, 6), new Span(22, 28), new Span(70, 75));
        assertThat("Митинг\nВчера выступал Токаев.".substring(22, 28)).isEqualTo("Токаев");
        assertThat(Known.of(entry("a", 1, "ru", "", "", CSTO).message()).mentions(70 - 30))
                .containsExactly(new Span(10, 17));
    }

    @Test
    void putsTheBestFirst_andTheNewestOfEquals() throws IOException {
        put(
                entry("much", 1, "en", "Oil", "Gas and gas and gas again, more gas than ever."),
                entry("title", 2, "en", "Gas", "It is dear."),
                entry("little", 3, "en", "Oil", "Gas is " + "one of many many words ".repeat(30)),
                entry("older", 1, "en", "Gas", "It is dear."));

        assertThat(find("gas", "sort=best")).containsExactly("title", "older", "much", "little");
        assertThat(find("gas", "sort=newest")).containsExactly("little", "title", "older", "much");
    }

    @Test
    void givesEachArticleOnce_inBothOrders_whileOthersArrive() throws IOException {
        for (int i = 0; i < 100; i++) {
            index.put(entry("old" + i, i / 7, "en", "Report " + i, "gas ".repeat(i % 5 + 1) + "word ".repeat(i % 11)));
        }
        index.refresh();
        for (var sort : List.of("newest", "best")) {
            var seen = new ArrayList<String>();
            var search = search("gas word OR gas", "sort=" + sort, "limit=9");
            while (true) {
                var hits = index.search(search, null);
                seen.addAll(ids(hits));
                if (hits.next() == null) {
                    break;
                }
                // newer, better, and so many that "gas" is no rare word any more
                for (int i = 0; i < 40; i++) {
                    index.put(entry(sort + seen.size() + "-" + i, 1_000, "en", "Gas gas gas", "gas gas word"));
                }
                index.refresh();
                search = search.after(hits.next());
            }
            assertThat(seen).filteredOn(id -> id.startsWith("old")).hasSize(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsOneOfEachArticle_andForgetsWhatIsDeleted() throws IOException {
        put(entry("a", 1, "en", "First", "gas"), entry("b", 2, "en", "Second", "gas"));
        put(entry("a", 3, "en", "Third", "oil"));

        assertThat(find("gas")).containsExactly("b");
        assertThat(find("oil")).containsExactly("a");
        assertThat(index.size()).isEqualTo(2);

        index.delete(List.of("a", "none"));
        index.refresh();
        assertThat(find("oil")).isEmpty();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void goesOnWhereTheLastCommitWas() throws IOException {
        assertThat(index.progress()).isEmpty();
        put(entry("a", 1, "en", "First", "gas"));
        var progress = new Progress(true, Map.of(0, 17L, 3, 4L));
        index.commit(progress);
        put(entry("b", 1, "en", "Second", "gas"));
        index.close();

        index = ArticleIndex.open(folder);

        assertThat(index.progress()).contains(progress);
        assertThat(find("gas"))
                .as("what was not committed comes again from the channel")
                .containsExactly("a");
    }

    @Test
    void refusesASearchThatTouchesTooMuch() throws IOException {
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 100; j++) {
                text.append("abc").append(i * 100 + j).append(' ');
            }
            index.put(entry("a" + i, 1, "en", "T", text.toString()));
        }
        index.refresh();

        assertThatThrownBy(() -> find("abc*"))
                .isInstanceOf(SearchSyntaxException.class)
                .hasMessageContaining("write more letters");
        assertThat(find("abc12*")).isNotEmpty();
        assertThatThrownBy(() -> find("gas !!")).hasMessageContaining("there is no word in this");
        assertThatThrownBy(() -> find("\"" + "w ".repeat(30) + "\"")).hasMessageContaining("at most 20 words");
    }
}
