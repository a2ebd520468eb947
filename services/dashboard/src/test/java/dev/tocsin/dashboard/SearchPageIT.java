package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The search as people and programs use it, on an archive that answers as the real one does. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeSearch.class)
class SearchPageIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TestHTTPResource("/articles")
    private URI address;

    @Test
    void isWholeWithoutScript() {
        var page = given().accept("text/html").get("/articles?q=gas&language=ru").asString();

        Assertions.assertThat(page)
                .contains("<mark>Gas</mark> prices &lt;b&gt;", "1,234 articles", "Language: <b dir=\"auto\">Russian</b>")
                .contains("href=\"/articles?q=gas&amp;language=ru&amp;topic=protests\"", "dir=\"auto\" lang=\"ar\"")
                .contains("href=\"/api/articles.csv?q=gas&amp;language=ru\"", "Saved &lt;one&gt;")
                .doesNotContain("<b>&", "prices <b>");
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
    void keepsAndForgetsSearches_withoutScript() {
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "Gas prices")
                .formParam("query", "q=gas")
                .post("/articles/searches")
                .then()
                .statusCode(303)
                .header("Location", containsString("/articles?q=gas"));
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", "Gas prices")
                .post("/articles/searches/delete")
                .then()
                .statusCode(303);
        Assertions.assertThat(FakeSearch.WRITTEN).contains("PUT /searches/Gas%20prices", "DELETE /searches/Gas%20prices");
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
    void isWorkedByKeyboard_andFitsEachScreen() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "skipped: there is no browser at " + CHROMIUM);
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                        "--disable-background-networking", "--disable-sync")))) {
            var errors = new ArrayList<String>();
            var page = browser.newPage();
            page.onConsoleMessage(m -> {
                if (m.type().equals("error")) {
                    errors.add(m.text());
                }
            });
            page.navigate(address + "?q=gas&language=ru");
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.locator("#hits li:nth-child(2) h2 a")).isFocused();
            page.keyboard().press("k");
            assertThat(page.locator("#hits li:nth-child(1) h2 a")).isFocused();
            page.keyboard().press("o");
            page.waitForURL("**/articles/a1");
            Assertions.assertThat(errors).filteredOn(e -> !e.contains("404")).isEmpty();
            fits(browser, 1440, ColorScheme.LIGHT);
            fits(browser, 375, ColorScheme.DARK);
        }
    }

    private void fits(Browser browser, int width, ColorScheme scheme) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
        page.navigate(address + "?q=gas&language=ru");
        Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        var folder = System.getProperty("tocsin.screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, "search-" + width + ".png"))
                    .setFullPage(true));
            page.navigate(address + "?q=gas+%22wrong");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, "search-wrong-" + width + ".png")));
        }
    }
}
