package dev.tocsin.archive;

import static dev.tocsin.archive.Patience.await;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.mongodb.client.MongoClient;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the channel into the index and out of it, on a real broker and the embedded store. */
@QuarkusTest
@WithTestResource(TestStack.class)
class SearchIT {
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    MongoClient store;

    @Inject
    SearchIndex index;

    private Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    private static ClassifiedArticle article(String id, int revision, String language, String title, String text) {
        return Samples.article(id, revision, Samples.AT, language, "search", title, text);
    }

    private void send(ClassifiedArticle article) {
        broker.send(Channel.ARTICLES_CLASSIFIED, article.fetched().id(), article);
    }

    private static Response search(String q) {
        return given().queryParam("q", q).get("/articles");
    }

    private static void finds(String q, String... ids) {
        await().untilAsserted(() -> assertThat(search(q).jsonPath().getList("items.id", String.class))
                .containsExactlyInAnyOrder(ids));
    }

    @Test
    void findsAnErasedArticleNoMore_whoeverSendsItAgain() {
        send(article("erased1", 1, "en", "Zorblaxov speaks", "In the evening."));
        send(article("erased2", 1, "en", "Zorblaxov is silent", "In the morning."));
        finds("Zorblaxov", "erased1", "erased2");

        given().delete("/articles/erased1?by=ada&reason=asked").then().statusCode(200);

        finds("Zorblaxov", "erased2");
        send(article("erased1", 2, "en", "Zorblaxov speaks again", "In the night."));
        send(article("erased3", 1, "en", "Zorblaxov leaves", "At noon."));
        finds("Zorblaxov", "erased2", "erased3");
        await().untilAsserted(() -> search("Zorblaxov").then().body("total.value", equalTo(2)));
    }

    @Test
    void findsWhatWasArchived_withItsPlacesAndCounts() {
        send(article("find1", 1, "ru", "Обращение", "слово ".repeat(100) + "Вчера выступал Кваксаев снова."));
        send(article("find2", 1, "en", "Kvaksayev speaks", "In the evening."));
        finds("Kvaksayev", "find1", "find2");

        var answer = given().queryParam("q", "Kvaksayev")
                .queryParam("language", "ru")
                .queryParam("facets", "true")
                .get("/articles")
                .then()
                .body("total.value", equalTo(1), "total.relation", equalTo("eq"), "complete", equalTo(true))
                .body("facets.language[0].value", equalTo("ru"), "facets.language[0].articles", equalTo(1))
                .extract();
        var excerpt = answer.jsonPath().getString("items[0].excerpt");
        List<Integer> place = answer.jsonPath().getList("items[0].highlights.excerpt[0]");
        assertThat(excerpt.substring(place.get(0), place.get(1))).isEqualTo("Кваксаев");
        get("/status").then().body("search.state", equalTo("READY"));
    }

    @Test
    void followsRevisionsAndDeletions() {
        send(article("rev1", 1, "en", "Zebrafish", "First words."));
        finds("zebrafish", "rev1");

        send(article("rev1", 2, "en", "Quaggafish", "Second words."));
        finds("quaggafish", "rev1");
        finds("zebrafish");

        // gone from the store without a word: what is found shows it, and the index forgets it
        var database = store.getDatabase("tocsin");
        database.getCollection("articles").deleteOne(new org.bson.Document("_id", "rev1"));
        search("quaggafish").then().body("items", hasSize(0));
        await().untilAsserted(() -> search("quaggafish").then().body("total.value", equalTo(0)));

        send(article("rev2", 1, "en", "Okapifish", "Words."));
        finds("okapifish", "rev2");
        index.gone(List.of("rev2"));
        finds("okapifish");
    }

    @Test
    void pagesWithoutAGap_inBothOrders() {
        for (int i = 0; i < 25; i++) {
            send(article("many" + i, 1, "en", "Numbat " + i, "numbat ".repeat(i % 4 + 1)));
        }
        await().untilAsserted(() -> search("numbat").then().body("total.value", equalTo(25)));
        for (var sort : List.of("newest", "best")) {
            var seen = new java.util.ArrayList<String>();
            String cursor = "";
            do {
                var page = given().queryParam("q", "numbat")
                        .queryParam("sort", sort)
                        .queryParam("limit", 7)
                        .queryParam("cursor", cursor)
                        .get("/articles")
                        .jsonPath();
                seen.addAll(page.getList("items.id"));
                cursor = page.getString("nextCursor");
            } while (cursor != null);
            assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsTheSpot_whenASearchCannotBeRead() {
        search("gas \"fuel")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("position.start", equalTo(4), "position.end", equalTo(9), "reason", equalTo("quote-open"))
                .body("detail", containsString("'q' at character 5"));
    }

    @Test
    void keepsSearches() {
        given().contentType("application/json")
                .body(Map.of("query", "q=gas+price&topic=protests&cursor=x&limit=3", "by", "ada"))
                .put("/searches/Gas prices")
                .then()
                .statusCode(200)
                .body("query", equalTo("q=gas+price&topic=protests"), "by", equalTo("ada"));
        get("/searches").then().body("items.name", hasItem("Gas prices"));
        given().contentType("application/json")
                .body(Map.of("query", "q=(gas"))
                .put("/searches/wrong")
                .then()
                .statusCode(400)
                .body("detail", containsString("not closed"));
        given().delete("/searches/Gas prices").then().statusCode(204);
        get("/searches").then().body("items.name", not(contains("Gas prices")));
    }
}
