package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ArticlesApiIT {
    private static final String PROBLEM = "application/problem+json";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** REST Assured must be told that lines of JSON are a text. */
    private static final RestAssuredConfig LINES = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void publishesAnArticle_onItsCallersTrace() {
        given().header("traceparent", TRACE)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"Pushed with a trace\",\"url\":\"https://push.example/a\",\"replay\":true}")
                .post("/articles")
                .then()
                .statusCode(202)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("accepted"));
        var message = PublishedArticles.titled(kafka, "Pushed with a trace").getFirst();
        assertThat(message.headers().get("traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .isNotEqualTo(TRACE);
        assertThat(message.article().replay()).isTrue();
        assertThat(message.article().source().id()).isEqualTo("push.example");
    }

    @Test
    void publishesOnce_whenTheSameIsSentAgain() {
        var body = "{\"title\":\"Sent again\",\"externalId\":\"again\"}";
        push(body).statusCode(202).body("items[0].state", equalTo("accepted"));
        push(body).statusCode(202).body("items[0].state", equalTo("duplicate"));
        push("[" + body + "," + body + "]").body("items.state", equalTo(List.of("duplicate", "duplicate")));
        assertThat(PublishedArticles.titled(kafka, "Sent again")).hasSize(1);
    }

    @Test
    void refusesOnlyTheElementsThatAreWrong() {
        push("[{\"title\":\"Good one\"},{\"titel\":\"x\"},7,{\"title\":\"Good two\"}]")
                .statusCode(207)
                .body("items.status", equalTo(List.of(202, 422, 422, 202)))
                .body("items[1].problem.detail", containsString("'titel' is no key"))
                .body("items.state", equalTo(List.of("accepted", "refused", "refused", "accepted")))
                .body("items[0].id", notNullValue())
                .body("items[1].id", equalTo(null))
                .body("items[1].reason", containsString("'titel' is no key"))
                .body("items[2].reason", containsString("no JSON object"));
        assertThat(PublishedArticles.titled(kafka, "Good two")).hasSize(1);
    }

    @Test
    void takesOneArticleALine_andRefusesOnlyTheLinesThatAreWrong() {
        given().config(LINES)
                .contentType("application/x-ndjson")
                .body("{\"title\":\"Line one\"}\n\n{\"title\":\n{\"titel\":\"x\"}\r\n{\"title\":\"Line two\"}")
                .post("/articles")
                .then()
                .statusCode(207)
                .body("items.state", equalTo(List.of("accepted", "refused", "refused", "accepted")))
                .body("items[1].reason", containsString("the line is not JSON (column"));
        assertThat(PublishedArticles.titled(kafka, "Line two")).hasSize(1);
        given().config(LINES)
                .contentType("application/x-ndjson")
                .body("{}\n".repeat(501))
                .post("/articles")
                .then()
                .statusCode(413);
    }

    @Test
    void publishesAnEdit_whenTheSameIsSentInOtherWords() {
        push("{\"title\":\"Edited once\",\"externalId\":\"edit\",\"text\":\"18 held.\"}");
        push("{\"title\":\"Edited once\",\"externalId\":\"edit\",\"text\":\"26 held.\"}")
                .statusCode(202)
                .body("items[0].state", equalTo("revised"));
        var revisions = PublishedArticles.titled(kafka, "Edited once");
        assertThat(revisions).extracting(m -> m.article().revision()).containsExactly(1, 2);
        assertThat(revisions.getLast().article().changed()).contains(new ArticleChange("figures", "18", "26"));
        assertThat(revisions.getLast().headers().get("ce_id"))
                .isNotEqualTo(revisions.getFirst().headers().get("ce_id"));
    }

    @Test
    void knowsARepetition_byTheIdempotencyKey() {
        for (var state : List.of("accepted", "revised", "duplicate")) {
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", "key-1")
                    .body(state.equals("accepted") ? "{\"text\":\"One\"}" : "{\"text\":\"Other\"}")
                    .post("/articles")
                    .then()
                    .body("items[0].state", equalTo(state));
        }
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", "k".repeat(256))
                .body("{\"text\":\"One\"}")
                .post("/articles")
                .then()
                .statusCode(400);
    }

    @Test
    void tellsWhoCarriedAnArticle() {
        String id = push("{\"title\":\"Carried\",\"url\":\"https://carried.example/a?utm_source=x\"}")
                .extract()
                .path("items[0].id");
        push("{\"title\":\"Carried too\",\"url\":\"https://m.carried.example/a\",\"source\":{\"id\":\"other\"}}")
                .body("items[0].state", equalTo("duplicate"));
        given().get("/articles/" + id + "/sightings")
                .then()
                .statusCode(200)
                .body("sightings.by", equalTo(List.of("source:carried.example", "source:other")))
                .body("sightings.url", hasItem("https://m.carried.example/a"));
        given().get("/articles/none/sightings").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void asksForAKey_whenTheRequestWasForwardedFromElsewhere() {
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "203.0.113.7")
                .body("{\"title\":\"From elsewhere\"}")
                .post("/articles")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer")
                .body("detail", containsString("tocsin.ingest.push.keys"));
        assertThat(PublishedArticles.titled(kafka, "From elsewhere")).isEmpty();
    }

    @Test
    void takesFiveHundred_andNotOneMore() {
        push(batch("many", 500)).statusCode(202).body("items", hasSize(500));
        push(batch("more", 501)).statusCode(413).contentType(PROBLEM).body("detail", containsString("more than 500"));
        assertThat(PublishedArticles.all(kafka))
                .noneMatch(m -> String.valueOf(m.article().title()).startsWith("more"));
    }

    @Test
    void hasNothingToDo_whenTheArrayIsEmpty() {
        push("[]").statusCode(202).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422|{}|no words",
                "422|\"text\"|no JSON object",
                "400|[{\"title\":\"broken\"},|not JSON (line 1",
                "400|<xml/>|not JSON",
                "400|[] []|goes on"
            })
    void answersAProblem_whenTheBodyIsWrong(int status, String body, String detail) {
        push(body).statusCode(status).contentType(PROBLEM).body("detail", containsString(detail));
    }

    @Test
    void answers413_whenTheBodyIsTooLarge() {
        push("{\"text\":\"" + "x".repeat(9 * 1024 * 1024) + "\"}")
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", containsString("larger than"));
    }

    @Test
    void cutsATextThatIsTooLong_ratherThanRefusingIt() {
        push("{\"title\":\"Long\",\"text\":\"" + "я".repeat(300_000) + "\"}").statusCode(202);
        assertThat(PublishedArticles.titled(kafka, "Long").getFirst().article().text())
                .hasSize(200_000);
    }

    private static String batch(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"title\":\"" + name + " " + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static ValidatableResponse push(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/articles")
                .then();
    }
}
