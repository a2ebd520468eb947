package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.tocsin.ingest.parse.FeedFile;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is shown before a feed is added, and what is never shown of one that is. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(QuickPolls.class)
class PreviewIT {
    private static final String PROBLEM = "application/problem+json";
    private static final FeedServer WEB = new FeedServer();

    private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);

    @AfterAll
    static void closeTheWeb() {
        WEB.close();
    }

    @Test
    void keepsSecretsToItself() {
        var id = given().contentType(ContentType.JSON)
                .body("{\"url\":\"https://" + tag + ".invalid/\",\"paused\":true}")
                .post("/feeds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var answer = given().contentType("application/merge-patch+json")
                .body(
                        "{\"access\":{\"headers\":{\"X-Key\":\"k-e-y\"},\"user\":\"u\",\"password\":\"hush-hush\",\"cookies\":\"c=1\"}}")
                .patch("/feeds/" + id)
                .then()
                .statusCode(200)
                .body("access.headers", contains("X-Key"))
                .body("access.password", equalTo(true))
                .body("access.proxy", equalTo(false))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("hush-hush", "k-e-y", "c=1");
        given().contentType("application/merge-patch+json")
                .body("{\"access\":{\"headers\":{\"X-Key\":null}}}")
                .patch("/feeds/" + id)
                .then()
                .body("access.headers", hasSize(0))
                .body("access.password", equalTo(true));
    }

    @Test
    void showsWhatWouldComeIn_andKeepsNothing() throws Exception {
        var url = WEB.page("/" + tag, FeedServer.feed(FeedFile.bytes("rss-whole.xml")));
        preview(url)
                .statusCode(200)
                .body("readable", equalTo(true))
                .body("known", equalTo(false))
                .body("title", notNullValue())
                .body("items[0].title", notNullValue());
        given().get("/feeds?q=" + tag).then().body("items", hasSize(0));
        var page =
                "<!doctype html><link rel=alternate type=application/rss+xml title='All news' href='/all.xml'><p>News";
        var site = WEB.page("/" + tag + "/page", FeedServer.feed(page.getBytes(StandardCharsets.UTF_8)));
        preview(site)
                .statusCode(200)
                .body("readable", equalTo(false))
                .body("reason", notNullValue())
                .body("reasonCode", equalTo("not-a-feed"))
                .body("feeds[0].title", equalTo("All news"))
                .body(
                        "feeds[0].url",
                        equalTo(URI.create(site).resolve("/all.xml").toString()));
        preview(WEB.page("/" + tag + "/none", FeedServer.status(404)))
                .body("readable", equalTo(false))
                .body("reason", containsString("404"))
                .body("reasonCode", equalTo("http-404"));
        preview("ftp://x.invalid/").statusCode(422).contentType(PROBLEM);
    }

    private static ValidatableResponse preview(String url) {
        return given().contentType(ContentType.JSON)
                .body("{\"url\":\"" + url + "\"}")
                .post("/feeds/preview")
                .then();
    }
}
