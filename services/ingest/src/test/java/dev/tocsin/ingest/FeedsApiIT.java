package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The feeds' API with the configuration as it is delivered: no private addresses. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FeedsApiIT {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void addsShowsChangesAndDeletesAFeed() {
        var id =
                add("""
                {"url":"https://Added.invalid/rss","title":"Added","interval":"PT10M","paused":true,
                 "source":{"name":"The Added","country":"GB","reliability":"B"}}""")
                        .statusCode(201)
                        .header("Location", containsString("/feeds/"))
                        .body("url", equalTo("https://added.invalid/rss"))
                        .body("id", matchesPattern("[0-9a-f]{32}"))
                        .body("state", equalTo("new"))
                        .body("createdAt", notNullValue())
                        .extract()
                        .<String>path("id");
        given().get("/feeds/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Added"))
                .body("interval", equalTo("PT10M"))
                .body("paused", equalTo(true))
                .body("source.country", equalTo("GB"));
        patch(id, "{\"title\":\"Changed\",\"interval\":null}")
                .statusCode(200)
                .body("title", equalTo("Changed"))
                .body("interval", equalTo(null))
                .body("source.name", equalTo("The Added"));
        given().delete("/feeds/" + id).then().statusCode(204);
        given().get("/feeds/" + id).then().statusCode(404).contentType(PROBLEM);
        given().delete("/feeds/" + id).then().statusCode(404).contentType(PROBLEM);
        patch(id, "{}").statusCode(404).contentType(PROBLEM);
    }

    @Test
    void answers409_whenTheAddressIsThere() {
        add("{\"url\":\"https://twice.invalid/rss\",\"paused\":true}").statusCode(201);
        add("{\"url\":\"https://TWICE.invalid:443/rss\"}")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("status", equalTo(409))
                .body("detail", containsString("/feeds/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422|{}|'url' is missing",
                "422|{\"url\":\"file:///etc/passwd\"}|http",
                "422|{\"url\":\"/etc/passwd\"}|http",
                "422|{\"url\":\"https://x.invalid/\",\"titel\":\"x\"}|'titel' is no key of a feed",
                "422|{\"url\":\"https://x.invalid/\",\"interval\":\"PT1S\"}|'interval' is 'PT1S'",
                "422|[]|not a JSON object",
                "400|{\"url\":|not JSON (line 1",
                "400|{} {}|goes on",
                "400|''|is empty"
            })
    void refusesWrongFeeds_withTheReason(int status, String body, String detail) {
        add(body).statusCode(status).contentType(PROBLEM).body("detail", containsString(detail));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        add("{\"url\":\"" + "x".repeat(70_000) + "\"}").statusCode(413).contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=-1", "limit=0", "limit=501", "limit=ten", "cursor=nowhere", "cursor=ZmVlZHM6eDp5"})
    void answers400_whenTheListIsAskedWrongly(String query) {
        given().get("/feeds?" + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("'" + query.split("=")[0] + "'"));
    }

    @Test
    void answersProblems_whenThePathOrTheMethodOrTheTypeIsUnknown() {
        given().get("/nowhere").then().statusCode(404).contentType(PROBLEM);
        given().put("/feeds").then().statusCode(405).contentType(PROBLEM);
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/feeds")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void listsAllInPages_eachOnce() {
        for (int i = 0; i < 7; i++) {
            add("{\"url\":\"https://page" + i + ".invalid/\",\"paused\":true}").statusCode(201);
        }
        var seen = new HashSet<String>();
        String cursor = null;
        do {
            var page = given().get("/feeds?limit=3" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (var url : page.<String>getList("items.url")) {
                assertThat(seen.add(url)).as(url).isTrue();
            }
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(seen).filteredOn(u -> u.startsWith("https://page")).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://169.254.169.254/",
                "http://2130706433:1/",
                "http://10.0.0.1/",
                "http://[::ffff:127.0.0.1]:1/"
            })
    void neverAsksPrivateAddresses_whenAStrangerNamesThem(String url) {
        var id = add("{\"url\":\"" + url + "\"}").statusCode(201).extract().<String>path("id");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().get("/feeds/" + id)
                .then()
                .body("state", equalTo("failing"))
                .body("reason", containsString("not of the public Internet")));
        given().delete("/feeds/" + id).then().statusCode(204);
    }

    @Test
    void isReady_whenItsNeighboursAreThere() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }

    private static ValidatableResponse add(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/feeds").then();
    }

    private static ValidatableResponse patch(String id, String body) {
        return given().contentType("application/merge-patch+json")
                .body(body)
                .patch("/feeds/" + id)
                .then();
    }
}
