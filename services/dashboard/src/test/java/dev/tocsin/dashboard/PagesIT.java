package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class PagesIT {
    private static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/stories/story-1", "/articles", "/articles/article-1", "/feeds", "/status", "/nope"})
    void forbidsAllScriptsAndStylesButItsOwn(String path) {
        given().accept("text/html")
                .get(path)
                .then()
                .contentType(containsString("text/html"))
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .body(not(containsString(" style=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stories/story-1", "/articles", "/articles/article-1", "/feeds"})
    void keepsHostileTextText(String path) {
        assertThat(page(path))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("\" onmouseover=")
                .doesNotContain("<img");
    }

    @Test
    void marksTheEvidenceInTheText() {
        assertThat(page("/articles/article-1"))
                .contains("<mark class=\"m1\" title=\"Protests: crowd (protester&quot;*)\">Protesters</mark> marched");
        assertThat(page("/stories/story-1")).contains(">Protesters</mark> marched");
    }

    @Test
    void linksToTheSource_onlyWhereThatIsSafe() {
        assertThat(page("/articles/article-1"))
                .contains("href=\"https://wire.example/1?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\"");
        assertThat(page("/articles/article-2")).doesNotContain("javascript:");
    }

    @Test
    void tellsTheWholeStory() {
        assertThat(page("/stories/story-1"))
                .contains("<b>2</b> articles", "<b>1</b> independent origin")
                .contains("Why it rang", "Steppe Wire reports it too", "from fetch to alert")
                .contains("data-verdict=\"acknowledged\"", "/api/stories/story-1");
    }

    @Test
    void tellsOfASilence_withoutAskingForArticles() {
        assertThat(page("/stories/" + FakeNeighbours.SILENCE))
                .contains("Courier: nothing", ">Coverage</a>", "there are no articles to read")
                .contains("href=\"/feeds?feed=feed-1\"", "went-quiet · P(X ≤ 0) = 1.0e-09")
                .doesNotContain("<h2>Articles</h2>", "pack v1");
    }

    @Test
    void showsTheArticlesThatABurstCounted_thoughNoStoryHoldsThem() {
        assertThat(page("/stories/" + FakeNeighbours.BURST))
                .contains("Almaty in protests: 9 articles of 4 origins", "<b>9</b> articles")
                .contains("id=\"a-article-1\"", "burst · P(X ≥ 9) = 2e-05")
                .doesNotContain("The archive has no article", "pack v1");
    }

    @Test
    void searchesWithTheReadersWords() {
        assertThat(page("/articles?q=gas&language=ru"))
                .contains("q=gas")
                .contains("language=ru")
                .contains("value=\"gas\"");
    }

    @Test
    void showsAFeedsStateAndReason() {
        assertThat(page("/feeds")).contains("failing").contains("its server answered 503");
    }

    @Test
    void addsAFeed_andSaysSo() {
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("url", "https://wire.example/rss")
                .post("/feeds")
                .then()
                .statusCode(303)
                .header("Location", containsString("/feeds?added=https%3A%2F%2Fwire.example%2Frss"));
    }

    @Test
    void keepsTheAddressAndSaysWhy_whenAFeedIsRefused() {
        given().contentType("application/x-www-form-urlencoded")
                .formParam("url", "ftp://wire.example/\"><b>")
                .post("/feeds")
                .then()
                .statusCode(422)
                .body(containsString("expected an http or https address"))
                .body(containsString("value=\"ftp://wire.example/&quot;&gt;&lt;b&gt;\""));
    }

    @Test
    void refusesAForm_whenAnotherSiteSendsIt() {
        given().header("Origin", "https://elsewhere.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("url", "https://elsewhere.example/rss")
                .post("/feeds")
                .then()
                .statusCode(403);
    }

    @Test
    void isFriendly_whenThereIsNothing() {
        given().accept("text/html")
                .get("/stories/nothing")
                .then()
                .statusCode(404)
                .contentType(containsString("text/html"))
                .body(containsString("To the board"));
    }
}
