package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search as people and programs use it, on an archive that answers as the real one does. */
@QuarkusTest
@TestProfile(FakeSearch.Alone.class)
class SearchPageIT extends InBrowser {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource("/articles")
    URI address;

    private static String read(String path) {
        return given().accept("text/html").get(path).asString();
    }

    @Test
    void isWholeWithoutScript() {
        Assertions.assertThat(read("/articles?q=gas&language=ru"))
                .contains("<mark>Gas</mark> prices &lt;b&gt;", "1,234 articles", "<b dir=\"auto\">Russian</b>")
                .contains("href=\"/articles?q=gas&amp;language=ru&amp;topic=protests\"", "dir=\"auto\" lang=\"ar\"")
                .contains("href=\"/api/articles.csv?q=gas&amp;language=ru\"", "Saved &lt;one&gt;", "saved by ada")
                .doesNotContain("<b>&", "prices <b>");
    }

    @ParameterizedTest
    @CsvSource({"it, 1.234 articoli, Lingua, Russo", "ru, статьи, Язык, Русский"})
    void speaksTheReadersLanguage(String language, String total, String label, String value) {
        given().accept("text/html")
                .header("Accept-Language", language)
                .get("/articles?q=gas&language=ru")
                .then()
                .body(containsString(total), containsString("<span>" + label + "</span>"), containsString(value));
        given().accept("text/html")
                .header("Accept-Language", language)
                .queryParam("q", "gas \"wrong")
                .get("/articles")
                .then()
                .body(not(containsString("not closed")), not(containsString("at character")));
    }

    @Test
    void pointsAtTheSpotThatIsWrong() {
        given().accept("text/html")
                .queryParam("q", "gas \"wrong")
                .get("/articles")
                .then()
                .statusCode(400)
                .body(containsString("gas <mark>&quot;wrong</mark>"), containsString("not closed"));
    }

    @Test
    void showsTheList_whileTheIndexIsAway() {
        given().accept("text/html")
                .get("/articles?topic=built")
                .then()
                .statusCode(200)
                .body(containsString("prices"));
        given().accept("text/html").get("/articles?topic=built&q=gas").then().statusCode(503);
    }

    @Test
    void saysWhatElseToTry_whereNothingFits() {
        given().accept("text/html")
                .queryParam("q", "nothing here")
                .get("/articles")
                .then()
                .statusCode(200)
                .body(
                        containsString("No article fits"),
                        containsString("/articles?q=nothing+OR+here"),
                        containsString("1,200 of 9,000 articles"));
    }

    @Test
    void keepsAndForgetsSearchesAsWhoAsks_withoutScript() {
        given().redirects()
                .follow(false)
                .contentType(FORM)
                .formParam("name", "Gas prices")
                .formParam("query", "q=gas")
                .post("/articles/searches")
                .then()
                .statusCode(303)
                .header("Location", containsString("/articles?q=gas"));
        given().contentType("application/json")
                .body("{\"query\":\"q=oil\",\"by\":\"somebody else\"}")
                .put("/api/searches/Oil")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("[")
                .put("/api/searches/Oil")
                .then()
                .statusCode(400);
        given().redirects()
                .follow(false)
                .contentType(FORM)
                .formParam("name", "Gas prices")
                .post("/articles/searches/delete")
                .then()
                .statusCode(303);

        var by = ",\"by\":\"" + LocalKey.NAME + "\"}";
        Assertions.assertThat(FakeSearch.WRITTEN)
                .contains(
                        "PUT /searches/Gas%20prices {\"query\":\"q=gas\"" + by,
                        "PUT /searches/Oil {\"query\":\"q=oil\"" + by,
                        "DELETE /searches/Gas%20prices ");
    }

    @Test
    void writesAllPagesOfASearchIntoOneFile() {
        var csv = given().get("/api/articles.csv?q=all")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("tocsin-articles.csv"))
                .extract()
                .asString();
        Assertions.assertThat(csv.lines()).hasSize(4);
        Assertions.assertThat(csv).startsWith("\ufeffid,").contains("a1,,'=cmd").endsWith("\r\n");

        var lines = given().get("/api/articles.jsonl?q=all").asString();
        Assertions.assertThat(lines.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"id\":"));

        given().queryParam("q", "gas \"wrong")
                .get("/api/articles.csv")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    void isWorkedByKeyboard() {
        page.navigate(address + "?q=gas&language=ru");
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator("#hits li:nth-child(2) h2 a")).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator("#hits li:nth-child(1) h2 a")).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#help dl")).isVisible();
        page.keyboard().press("j");
        page.keyboard().press("o");
        page.waitForURL("**/articles/a2");
        page.goBack();
        assertThat(page.locator("#hits li:nth-child(2) h2 a")).isFocused();
    }

    @Test
    void hasInItsAddressWhatWasAsked_andNothingElse() {
        page.navigate(address + "?language=ru");
        page.locator("#q").fill("gas prices");
        page.keyboard().press("Enter");
        page.waitForURL("**/articles?q=gas+prices&language=ru");
        page.getByText("Best").click();
        page.waitForURL("**/articles?q=gas+prices&language=ru&sort=best");
        page.locator(".filter").click();
        page.waitForURL("**/articles?q=gas+prices&sort=best");
    }

    @Test
    void putsTheCursorWhereTheSearchIsWrong() {
        page.navigate(address + "?q=gas+%22wrong");
        assertThat(page.locator("#q")).isFocused();
        Assertions.assertThat(page.evaluate("[q.selectionStart, q.selectionEnd]"))
                .isEqualTo(List.of(4, 10));
    }

    @Test
    void narrowsDownInAPopover_onASmallScreen() {
        page.setViewportSize(375, 800);
        page.navigate(address + "?q=gas");
        assertThat(page.locator("#narrow")).isHidden();
        page.locator(".narrow-open").click();
        assertThat(page.locator("#narrow")).isVisible();
        picture(page, "search-narrow-375");
        page.locator("#narrow").getByText("Kazakhstan").click();
        page.waitForURL("**/articles?q=gas&country=KZ");
    }

    @ParameterizedTest
    @CsvSource({
        "found, ?q=gas&language=ru",
        "wrong, ?q=gas+%22wrong",
        "nothing, ?q=nothing+here",
        "empty, ?source=empty",
        "all, ''"
    })
    void fitsEachScreen_andHoldsAccessibility(String name, String query) {
        page.navigate(address + query);
        Accessibility.holds(page);
        for (var width : List.of(1440, 375)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var screen = newPage(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale(width == 375 ? "ru-RU" : "en-GB")
                        .setColorScheme(scheme));
                screen.navigate(address + query);
                Assertions.assertThat((Integer) screen.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
                picture(
                        screen,
                        "search-" + name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
