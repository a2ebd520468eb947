package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class StoryPageIT extends InBrowser {
    private final List<String> loaded = new ArrayList<>();
    private static TestChannel alerts;

    @TestHTTPResource("/stories/valdoro")
    private URI address;

    @BeforeAll
    static void openChannel() {
        alerts = new TestChannel(Channel.ALERTS);
    }

    @AfterAll
    static void closeChannel() {
        alerts.close();
    }

    @BeforeEach
    void open() {
        StorySample.REVISIONS.set(3);
        StorySample.HELD.set(null);
        page.setViewportSize(1440, 900);
        page.onRequest(request -> loaded.add(request.url()));
        page.navigate(address.toString());
    }

    @AfterEach
    void loadsNothingFromElsewhere() {
        Assertions.assertThat(loaded).allMatch(url -> url.startsWith("http://localhost:"));
    }

    @Test
    void saysInOneGlanceWhatHappenedAndWhoSaysSo() {
        assertThat(page.locator(".glance"))
                .containsText(
                        Pattern.compile("Extreme.*2 probably true.*3 independent origins.*5 articles", Pattern.DOTALL));
        assertThat(page.locator(".merged a")).hasText("مرفأ جنوة");
        assertThat(page.locator(".similar a")).hasText("Nice closes its port");
        assertThat(page.locator("#timeline .wide .flag")).hasCount(3);
        assertThat(page.locator("#timeline .narrow")).isHidden();
    }

    @Test
    void strikesOutWhatWasDenied_inTheChartAndInItsTable() {
        var killed = page.locator("#figures .ledger").first();
        assertThat(killed.locator(".wide .cross")).hasCount(1);
        assertThat(killed.locator(".wide path.again")).hasCount(1);
        assertThat(killed.locator(".wide .range")).hasCount(1);
        assertThat(killed.locator("tr[data-state=denied] s")).hasText("64");
        assertThat(killed.locator("tr[data-state='repeated-after-retraction']")).containsText("at least 64");
    }

    @Test
    void showsWhoRestsOnWhom_andBothTextsSideBySide() {
        assertThat(page.locator(".tree .member[data-relation=translation]")).containsText("Genova, 64 vittime");
        page.locator(".tree .member[data-relation=translation] .beside").click();
        assertThat(page).hasURL(Pattern.compile("/articles/va1/beside/va2"));
        assertThat(page.locator(".pairs li")).hasCount(3);
        assertThat(page.locator(".two .report").nth(1).locator("mark").first()).containsText("64 vittime1");
    }

    @Test
    void turnsThroughTheRevisions_byKeyboard() {
        assertThat(page.locator("#revisions")).hasAttribute("data-to", "3");
        page.keyboard().press("[");
        assertThat(page.locator("#revisions")).hasAttribute("data-to", "2");
        assertThat(page.locator("#diff tr").filter(new Locator.FilterOptions().setHasText("Severity")))
                .containsText("Extreme");
        assertThat(page.locator("#diff ins").first()).hasText("toll ");
        page.keyboard().press("]");
        assertThat(page.locator("#revisions")).hasAttribute("data-to", "3");
    }

    @Test
    void walksTheArticles_byKeyboard_andUnfoldsThem() {
        page.keyboard().press("j");
        assertThat(page.locator("#a-va1")).isFocused();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("j");
        }
        assertThat(page.locator("#a-va5")).isFocused();
        page.keyboard().press("o");
        assertThat(page.locator("#a-va5 .rest")).hasAttribute("open", "");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
    }

    @Test
    void mutesAnActorForAWhile_andTakesItBack() {
        page.keyboard().press("m");
        page.locator("#mute-scope").selectOption("actor");
        page.locator("#mute-actor").selectOption("France");
        page.locator("#mute .primary").click();
        assertThat(page.locator("#verdicts li").first()).containsText("muted (actor France)");
        page.locator("#undo").click();
        assertThat(page.locator("#verdicts li").first()).containsText("Taken back");
    }

    @Test
    void followsANewRevision_withoutLosingTheReadersPlace() {
        StorySample.REVISIONS.set(2);
        page.reload();
        assertThat(page.locator("#revisions")).hasAttribute("data-to", "2");
        page.locator("#a-va4").scrollIntoViewIfNeeded();
        page.locator("#a-va4").focus();
        double before = page.locator("#a-va4").boundingBox().y;

        StorySample.REVISIONS.set(3);
        alerts.send(StorySample.ID, Json.write(StorySample.revision(3)));

        assertThat(page.locator("#newer")).containsText("told again, though denied");
        assertThat(page.locator("#revisions")).hasAttribute("data-to", "3");
        assertThat(page.locator("#a-va4")).isFocused();
        Assertions.assertThat(page.locator("#a-va4").boundingBox().y).isBetween(before - 2, before + 2);
    }

    @Test
    void speaksTheReadersLanguage_inItsDrawingsToo() {
        var italian = newPage(new Browser.NewContextOptions().setLocale("it-IT"));
        italian.navigate(address.toString());

        assertThat(italian.locator("#figures-h")).hasText("Cifre");
        assertThat(italian.locator("#timeline .wide .lane").first()).hasText("Articoli");
        assertThat(italian.locator("tr[data-state=denied] .badge")).hasText("smentita");
    }

    @Test
    void isHeld_andLetGo() {
        page.locator("#hold summary").click();
        page.locator("#hold [name=why]").fill("case 12/2022");
        page.locator("#hold .primary").click();
        assertThat(page.locator("#hold .held")).containsText("Held by anna");
        assertThat(page.locator("#hold .held q")).hasText("case 12/2022");
        page.locator("#hold summary").click();
        page.locator("#hold .danger").click();
        assertThat(page.locator("#hold summary")).containsText("Keep this story");
        Assertions.assertThat(StorySample.HELD.get()).isNull();
    }

    @Test
    void erasesAnArticle_forAReason_onceItIsHeldNoMore() {
        StorySample.HELD.set("a court asks");
        page.navigate(address.resolve("/articles/va1").toString());
        page.locator(".erasing").click();
        assertThat(page.locator("#erase-error a")).hasAttribute("href", "/stories/valdoro");
        page.locator(".danger").click();
        assertThat(page.locator("[name=reason]")).isFocused();
        page.locator("[name=reason]").fill("asked for");
        page.locator("[name=sure]").check();
        page.locator(".danger").click();
        assertThat(page.locator("#erase-error")).containsText("Nothing was erased.");
        assertThat(page.locator("[name=reason]")).hasValue("asked for");
        StorySample.HELD.set(null);
        page.locator("[name=sure]").check();
        page.locator(".danger").click();
        assertThat(page.locator("[role=status].good")).containsText("gone from the archive");
        assertThat(page.locator(".figures")).containsText(Pattern.compile("Revisions deleted\\s*2"));
    }

    @ParameterizedTest
    @CsvSource({"en, 1440, LIGHT", "it, 375, DARK", "ru, 1440, DARK"})
    void isKeptAndErasedInEachLanguage_andTellsItsChanges(String language, int width, ColorScheme colours) {
        page = newPage(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setColorScheme(colours));
        page.navigate(address.resolve("/articles/va1/erase").toString());
        assertThat(page.locator("html")).hasAttribute("lang", language);
        picture(page, "erase-" + language);
        Accessibility.holds(page);
        page.navigate(address.resolve("/api/stories/valdoro/report.html").toString());
        assertThat(page.locator("html")).hasAttribute("lang", language);
        picture(page, "report-" + language);
        page.navigate(address.toString());
        var told = Map.of(
                "en", "at least 64 killed told again",
                "it", "morti: almeno 64, ripetuto da Al-Nahr",
                "ru", "погибшие: не менее 64 — снова сообщает Al-Nahr");
        assertThat(page.locator(".news")).containsText(told.get(language));
        page.locator("#hold summary").click();
        picture(page, "hold-" + language);
        Accessibility.holds(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 375})
    void hasNothingThatAxeFinds_andFits(int width) {
        page.setViewportSize(width, 900);
        for (var path : List.of(
                "/stories/valdoro", "/stories/valdoro/revisions", "/articles/va1", "/articles/va1/beside/va2")) {
            page.navigate(address.resolve(path).toString());
            Assertions.assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("nothing reaches out of %s", path)
                    .isTrue();
            Accessibility.holds(page);
        }
    }

    @Test
    void isAReportInOneFile_thatMayRunNothing() {
        page.navigate(address.resolve("/api/stories/valdoro/report.html").toString());
        assertThat(page.locator("h1")).hasText("Storm toll in Genoa rises to 64");
        assertThat(page.locator("h1")).hasCSS("margin-bottom", "4px");
        given().get("/api/stories/valdoro/report.html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .body(not(containsString("<script")), not(containsString("<img")), not(containsString("javascript:")));
        given().header("Accept-Language", "it")
                .get("/api/stories/valdoro/report.html?language=ru")
                .then()
                .header("Content-Language", "ru")
                .body(containsString("<html lang=\"ru\""), containsString("Что сообщалось редакции"));
        given().get("/api/stories/nothing/report.pdf").then().statusCode(404);
        given().get("/api/stories/valdoro/report.doc").then().statusCode(404);
    }

    @Test
    void isAPdf_andTables() {
        var pdf = given().get("/api/stories/valdoro/report.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Assertions.assertThat(new String(pdf, 0, 5)).isEqualTo("%PDF-");
        given().get("/api/stories/valdoro/ledger.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("ledger-valdoro.csv"))
                .body(startsWith("\"kind\",\"scope\""), containsString("\"'=cmd|"));
        given().get("/api/stories/valdoro/articles.json").then().statusCode(200).body("items.size()", is(5));
        given().get("/api/stories/valdoro").then().statusCode(200).body("id", is("valdoro"));
        given().get("/api/stories").then().statusCode(200);
        given().get("/api/stories/valdoro/ledger.xls").then().statusCode(404);
    }
}
