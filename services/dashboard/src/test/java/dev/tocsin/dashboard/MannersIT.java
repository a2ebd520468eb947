package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the whole API: validators, repetitions, names of requests, and errors in one form. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
@QuarkusTestResource(LocalAdmin.class)
class MannersIT {
    @TestHTTPResource("/")
    URI dashboard;

    private static Response push(String key, String trace, String body) {
        return given().header("Idempotency-Key", key)
                .header("traceparent", trace)
                .contentType("application/json")
                .body(body)
                .post("/api/articles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/alerts", "/api/alerts/story-1", "/api/stories/story-1", "/api/topics/quakes"})
    void sendsABodyOnce_toWhoHasItAlready(String path) {
        var tag = given().get(path).then().statusCode(200).extract().header("ETag");

        assertThat(tag).matches("(W/)?\"[^\"]+\"");
        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        given().header("If-None-Match", "\"another\", " + tag).get(path).then().statusCode(304);
        given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
    }

    @Test
    void namesTheNextPage_asALink() {
        given().get("/api/articles?q=long&language=ru")
                .then()
                .header("Link", equalTo("</api/articles?q=long&language=ru&cursor=a+b%2Bc%2Fd>; rel=\"next\""));
        given().get("/api/articles").then().header("Link", nullValue());
    }

    @Test
    void doesOnceWhatIsPostedUnderAKey_andAnswersTheSame() {
        var key = UUID.randomUUID().toString();
        var first = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        push(key, first, "[{}]").then().statusCode(201).header("Idempotent-Replayed", nullValue());

        push(key, first.replace('b', 'c'), "[{}]")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", containsString("/api/feeds/feed-2"))
                .body("trace", equalTo(first));
        push(key, first, "[{},{}]").then().statusCode(422).body("detail", containsString("another request"));
        push(UUID.randomUUID().toString(), first, "[{}]").then().header("Idempotent-Replayed", nullValue());
    }

    @Test
    void givesAVerdictItsNameOnce() {
        var key = UUID.randomUUID().toString();
        var ids = List.of(1, 2).stream()
                .map(i -> given().header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body("{\"verdict\":\"relevant\"}")
                        .post("/api/alerts/story-1/verdicts")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(ids.get(0)).isNotNull().isEqualTo(ids.get(1));
    }

    @Test
    void doesAnew_whatWasRefusedBecauseSomebodyWasAway() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"url\":\"away:\"}")
                    .post("/api/feeds")
                    .then()
                    .statusCode(503)
                    .header("Idempotent-Replayed", nullValue());
        }
    }

    @Test
    void tellsASecretOnce_andKeepsNoneForARepetition() {
        var key = UUID.randomUUID().toString();
        var name = "made once " + key.substring(0, 8);
        var make = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"role\":\"viewer\"}");
        make.post("/api/keys").then().statusCode(201).body("key", startsWith("tocsin_"));
        make.post("/api/keys")
                .then()
                .statusCode(409)
                .header("Idempotent-Replayed", "true")
                .body("detail", containsString("secret was told then"));

        assertThat(given().get("/api/keys").<List<String>>path("items.name").stream()
                        .filter(name::equals))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"   ", "é"})
    void refusesAKeyThatIsNone(String key) {
        push(key, "-", "[{}]").then().statusCode(400).body("detail", containsString("'Idempotency-Key'"));
    }

    @Test
    void givesEachRequestAName_theClientsWhereItIsPlain() {
        given().header("X-Request-Id", "mine-1").get("/api/alerts").then().header("X-Request-Id", "mine-1");
        given().header("X-Request-Id", "a b\"<")
                .get("/api/nothing")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("Authorization", "Bearer wrong")
                .get("/api/alerts")
                .then()
                .statusCode(401)
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void saysWhatIsWrong_whereAndInOneForm() {
        given().get("/api/articles?limit=-1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"), "status", equalTo(400), "errors.parameter", hasItem("limit"));
        given().get("/api/articles?q=open")
                .then()
                .statusCode(400)
                .body(
                        "errors.parameter", hasItem("q"),
                        "reason", equalTo("quote-open"),
                        "position.end", equalTo(4),
                        "instance", equalTo("/api/articles"));
        given().contentType("application/json")
                .body("{\"url\":\"ftp://x\"}")
                .post("/api/feeds")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("#/url"));
        given().contentType("application/json")
                .body("{\"url\":\n \"x\",, }")
                .post("/api/feeds")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("line 2"));
        given().contentType("application/json")
                .body("{\"url\":1,\"url\":2}")
                .post("/api/feeds")
                .then()
                .statusCode(400)
                .body("detail", containsString("Duplicate"));
    }

    @Test
    void doesNotWaitForABodyThatIsTooLarge() throws IOException {
        try (var socket = new Socket(dashboard.getHost(), dashboard.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 99999999\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
        }
    }
}
