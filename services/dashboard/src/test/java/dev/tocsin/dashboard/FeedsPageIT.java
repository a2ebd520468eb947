package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feeds page in a real browser, against an ingest that keeps feeds in memory. */
@QuarkusTest
@TestProfile(FakeIngest.Alone.class)
class FeedsPageIT extends InBrowser {

    @TestHTTPResource("/feeds")
    private URI feeds;

    @BeforeEach
    void open() {
        var hostile = FeedSamples.feed("hostile", Samples.HOSTILE, "wire");
        hostile.put("state", "failing").put("reason", "HTTP status 503 <img src=x onerror=alert(6)>");
        FakeIngest.holds(
                FeedSamples.feed("steppe", "Steppe Wire", "wire", "central-asia/kazakhstan"),
                FeedSamples.feed("valley", "Valley Courier"),
                hostile);
        page.navigate(feeds.toString());
        assertThat(row("steppe")).isVisible();
    }

    private Locator row(String id) {
        return page.locator("tr[data-feed='" + id + "']");
    }

    private Locator toast() {
        return page.locator("#toast");
    }

    @Test
    void showsHowEachFeedDoes_andKeepsHostileTextText() {
        assertThat(row("hostile").locator(".name")).hasText(Samples.HOSTILE);
        assertThat(row("hostile")).containsText("failing");
        assertThat(row("hostile").locator(".reason")).hasText("HTTP status 503 <img src=x onerror=alert(6)>");
        assertThat(page.locator("#rows img")).hasCount(0);
        assertThat(row("steppe").locator("svg.spark"))
                .hasAttribute("aria-label", Pattern.compile("9 today, usually 24 a day"));
        assertThat(page.locator("#states")).containsText("failing1");
    }

    @Test
    void saysWhyInTheReadersLanguage_andKeepsTheServicesOwnWords() {
        FakeIngest.feed("hostile").put("reasonCode", "http-503");
        FakeIngest.feed("valley")
                .put("state", "blocked")
                .put("reason", "a new kind")
                .put("reasonCode", "of-the-future");
        for (var told : Map.of("it-IT", "il suo server risponde con lo stato 503", "ru-RU", "сервер ответил кодом 503")
                .entrySet()) {
            page = newPage(new Browser.NewContextOptions().setLocale(told.getKey()));
            page.navigate(feeds.toString());
            assertThat(row("hostile").locator(".reason")).hasText(told.getValue());
            assertThat(row("valley").locator(".reason")).hasText("a new kind");
            picture(page, "feeds-" + told.getKey());
            row("hostile").locator(".name").click();
            assertThat(page.locator("#drawer .health")).containsText(told.getValue() + " (HTTP status 503 <img");
        }
    }

    @Test
    void changesBeforeTheReadersEyes() {
        FakeIngest.feed("valley").put("state", "throttled").put("reason", "its server asks for fewer requests");
        assertThat(row("valley"))
                .containsText("throttled", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    }

    @Test
    void narrowsByStateTagAndWords_andKeepsThatInTheAddress() {
        page.locator("#states button[data-value=failing]").click();
        assertThat(page.locator("#rows tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("\\?state=failing$"));
        page.locator("#states button[data-value='']").click();
        row("steppe").locator(".tag").first().click();
        assertThat(page.locator("#rows tr")).hasCount(2);
        page.keyboard().press("/");
        page.keyboard().type("nothing like it");
        assertThat(page.locator("#empty")).containsText("No feed fits.");
        page.locator("#widen").click();
        assertThat(page.locator("#rows tr")).hasCount(3);
    }

    @Test
    void deletesByKeyboard_andTakesItBack() {
        page.keyboard().press("j");
        assertThat(row("steppe")).isFocused();
        page.keyboard().press("d");
        assertThat(toast()).containsText("Deleted “Steppe Wire”.");
        assertThat(row("steppe")).hasCount(0);
        page.keyboard().press("u");
        assertThat(row("steppe")).isVisible();
    }

    @Test
    void bringsBackFromTheListOfDeletedFeeds() {
        row("valley").locator("input").check();
        page.locator("[data-act=delete]").click();
        assertThat(row("valley")).hasCount(0);
        page.locator("#gone-open").click();
        page.locator("#gone-list button").click();
        assertThat(page.locator("#gone-list")).containsText("Brought back.");
        page.keyboard().press("Escape");
        assertThat(row("valley")).isVisible();
    }

    @Test
    void pausesAndTagsASelection() {
        page.locator("#pick-all").check();
        assertThat(page.locator("#selected")).hasText("3 feeds selected");
        page.locator("[data-act=pause]").click();
        assertThat(row("steppe")).containsText("paused");
        assertThat(page.locator("#selection")).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.locator("[data-act=tag]").click();
        page.locator("#tagging input").fill("night, wire-2");
        page.keyboard().press("Enter");
        assertThat(row("steppe").locator(".tag")).hasCount(4);
        page.keyboard().press("j");
        page.keyboard().press("p");
        assertThat(row("steppe")).not().containsText("paused");
    }

    @Test
    void editsAFeed_andSaysBesideTheFieldWhatIsWrong() {
        row("steppe").locator(".name").click();
        var drawer = page.locator("#drawer");
        assertThat(drawer).containsText("4711 in all");
        drawer.locator("[name='source.country']").fill("XX");
        drawer.locator(".primary").click();
        assertThat(drawer.locator(".problem"))
                .hasText("'source.country' is 'XX', expected two letters of ISO 3166-1, such as KZ.");
        assertThat(drawer.locator("[name='source.country']")).hasAttribute("aria-invalid", "true");
        drawer.locator("[name='source.country']").fill("kz");
        drawer.locator("[name='source.reliability']").selectOption("B");
        drawer.locator("[name=tags]").fill("wire");
        drawer.locator("summary").click();
        drawer.locator("[name='access.user']").fill("u");
        drawer.locator("[name='access.password']").fill("hush-hush");
        drawer.locator(".primary").click();
        assertThat(drawer).isHidden();
        assertThat(row("steppe")).containsText("KZ");
        assertThat(row("steppe")).containsText("grade B");
        assertThat(row("steppe").locator(".tag")).hasCount(1);
        row("steppe").locator(".name").click();
        assertThat(drawer.locator("[name='access.password']")).hasValue("");
        assertThat(drawer.locator("[name='access.password']")).hasAttribute("placeholder", "set; type to replace");
    }

    @Test
    void addsAFeedFromASitesAddress_afterAPreview() {
        page.keyboard().press("n");
        page.keyboard().type("fresh.example");
        page.keyboard().press("Enter");
        assertThat(page.locator("#add-preview")).containsText("This is a page. It names 1 feed:");
        page.locator("#add-preview button").click();
        assertThat(page.locator("#add-preview .items")).containsText(Samples.HOSTILE);
        assertThat(page.locator("#add-preview")).containsText("Forgiven: dates without a zone.");
        page.locator("#add-go").click();
        assertThat(page.locator("#add")).isHidden();
        assertThat(row("fresh")).containsText("not asked yet");
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        page.locator("#add-open").click();
        page.locator("#add-url").fill("ftp://fresh.example/");
        page.keyboard().press("Enter");
        assertThat(page.locator("#add-problem")).containsText("http:// or https://");
        assertThat(page.locator("#add-url")).isFocused();
    }

    @Test
    void importsOpml_afterShowingWhatIsInIt_withEachError() {
        page.locator("#import-open").click();
        choose("<rss>");
        assertThat(page.locator("#import-problem")).containsText("line 1: it begins with <rss>");
        choose("<opml>\none\n!Broken\ntwo\nrefused");
        assertThat(page.locator("#import-found")).containsText("3 new, 0 here already, 1 that cannot be taken.");
        assertThat(page.locator("#import-found .errors")).containsText("Line 3 Broken 'url' is ''");
        page.locator("#import-go").click();
        assertThat(page.locator("#import-found")).containsText("2 feeds added.");
        assertThat(page.locator("#import-found .errors")).containsText("Line 5");
        page.keyboard().press("Escape");
        assertThat(row("one")).isVisible();
    }

    private void choose(String text) {
        page.locator("#import-file")
                .setInputFiles(new FilePayload("list.opml", "text/x-opml", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void saysWhenIngestIsDown_andCatchesUp() {
        FakeIngest.down = true;
        assertThat(page.locator("#trouble"))
                .containsText(
                        "The store cannot be reached", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        assertThat(row("steppe")).isVisible();
        FakeIngest.down = false;
        assertThat(page.locator("#trouble")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(15_000));
    }

    @Test
    void invitesToAdd_whenThereIsNoFeed() {
        FakeIngest.holds();
        page.reload();
        assertThat(page.locator("#empty")).containsText("No feed yet.");
        page.locator("#first").click();
        assertThat(page.locator("#add-url")).isFocused();
    }

    @Test
    void namesItsOwnPathInAProblem() {
        given().contentType("application/merge-patch+json")
                .body("{\"source\":{\"country\":\"XX\"}}")
                .patch("/api/feeds/steppe")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/feeds/steppe"));
    }

    @Test
    void breaksNoRuleOfAccessibility_norDoItsDialogs() {
        Accessibility.holds(page);
        page.locator("#add-open").click();
        Accessibility.holds(page);
        page.keyboard().press("Escape");
        row("steppe").locator(".name").click();
        Accessibility.holds(page);
        page.keyboard().press("Escape");
        page.setViewportSize(375, 740);
        Accessibility.holds(page);
    }
}
