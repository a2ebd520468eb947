package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.ingest.parse.FeedFile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** Feeds that a test adds over the API and watches while they are polled. */
final class PolledFeeds {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private PolledFeeds() {}

    static FeedServer.Page redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            FeedServer.send(exchange, status, new byte[0]);
        };
    }

    /** The whole feed of one undated article under a title and guid of its own. */
    static byte[] titled(String title) {
        return new String(FeedFile.bytes("date-of-the-feed-only.xml"), StandardCharsets.UTF_8)
                .replace("Undated", title)
                .replace("u1", title)
                .getBytes(StandardCharsets.UTF_8);
    }

    static String add(String url) {
        return given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\"}")
                .post("/feeds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static void expectFailure(String id, String reason) {
        var feed = until(id, f -> f.getString("state").equals("failing"));
        assertThat(feed.getString("reason")).contains(reason);
        assertThat(feed.getString("nextTry")).isNotNull();
        assertThat(feed.getInt("failures")).isPositive();
    }

    static JsonPath until(String id, Predicate<JsonPath> condition) {
        return await().atMost(PATIENCE).until(() -> given().get("/feeds/" + id).jsonPath(), condition);
    }
}
