package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class BoardIT extends InBrowser {
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    private static TestChannel alerts;

    @TestHTTPResource("/")
    private URI board;

    private final String story = "story-" + UUID.randomUUID();

    @BeforeAll
    static void openChannel() {
        alerts = new TestChannel(Channel.ALERTS);
    }

    @AfterAll
    static void closeChannel() {
        if (alerts != null) {
            alerts.close();
        }
    }

    @BeforeEach
    void open() {
        page.navigate(board.toString());
        assertThat(page.locator("#state")).hasAttribute("data-state", "live");
    }

    private void ring(int revision, String headline) {
        alerts.send(story, Json.write(Samples.alert(story, revision, headline)));
    }

    private Locator card() {
        return page.locator(".card[data-story=" + story + "]");
    }

    @Test
    void showsWhatTheArchiveHas_inItsTopicsColumn() {
        assertThat(page.locator(".column[data-topic=protests] h2")).hasText("Protests");
        assertThat(page.locator(".card[data-story=" + FakeNeighbours.STORY + "] h3"))
                .hasText(Samples.HOSTILE);
    }

    @Test
    void judgesAStoryByKeyboard_andTakesItBack() {
        page.navigate(board + "stories/" + FakeNeighbours.STORY);
        page.keyboard().press("r");
        assertThat(page.locator("#toast")).containsText("Marked relevant.");
        assertThat(page.locator("#verdicts li").first()).containsText("relevant by local admin");
        page.keyboard().press("u");
        assertThat(page.locator("#toast")).containsText("Taken back.");
        assertThat(page.locator("#verdicts li").first()).containsText("acknowledged by local admin");
        assertThat(page.locator("#verdicts li")).hasCount(2);
    }

    @Test
    void showsAnAlert_withoutAReload_andRewritesItsCard() {
        ring(1, "Crowds gather");
        assertThat(card().locator("h3")).hasText("Crowds gather");
        assertThat(card().locator("xpath=self::*[not(preceding-sibling::*)]")).hasCount(1);

        ring(2, "Crowds grow");

        assertThat(card()).hasCount(1);
        assertThat(card().locator("h3")).hasText("Crowds grow");
        assertThat(card()).containsText("Update 2");
        assertThat(card().locator(".changes")).containsText("Steppe Wire reports it too");
    }

    @Test
    void keepsAHostileHeadlineText() {
        ring(1, Samples.HOSTILE + "<img src=x onerror=alert(5)>");

        assertThat(card().locator("h3")).hasText(Samples.HOSTILE + "<img src=x onerror=alert(5)>");
        assertThat(card().locator("img")).hasCount(0);
    }

    @Test
    void dimsACard_whenItIsAcknowledgedByKeyboard_andWakesIt_whenItRingsAgain() {
        ring(1, "Crowds gather");
        assertThat(card()).isVisible();
        card().focus();
        page.keyboard().press("a");

        assertThat(card()).hasClass(Pattern.compile("handled"));
        assertThat(card()).containsText("Acknowledged by local admin");

        ring(2, "Crowds grow");

        assertThat(card()).containsText("Acknowledged by local admin, then updated");
        assertThat(card()).not().hasClass(Pattern.compile("handled"));
    }

    @Test
    void filters_andKeepsTheFilterInTheAddress() {
        ring(1, "A word that is " + story);
        assertThat(card()).isVisible();

        page.keyboard().press("/");
        page.keyboard().type("that is " + story.substring(0, 20));

        assertThat(page.locator(".card")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("\\?q=that\\+is"));
        page.reload();
        assertThat(page.locator("#text")).hasValue("that is " + story.substring(0, 20));
    }

    @Test
    void speaksTheReadersLanguage_andKeepsTheOneThatIsChosen() {
        var reader = newPage(new Browser.NewContextOptions().setLocale("it-IT"));
        reader.navigate(board.toString());
        assertThat(reader.locator("html")).hasAttribute("lang", "it");
        assertThat(reader.locator("#lanes")).containsText("Presi in carico");
        reader.locator("#prefs-open").click();
        reader.locator("#prefs label:has([value=ru])").click();
        assertThat(reader.locator("html")).hasAttribute("lang", "ru");
        assertThat(reader.locator("#state")).hasText("В эфире");
        reader.locator("#prefs-open").click();
        reader.locator("#prefs label:has([value=dark])").click();
        reader.reload();
        assertThat(reader.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(reader.locator("html")).hasAttribute("lang", "ru");
    }

    @Test
    void saysWhatTheDeskSees_andThatItIsBlind() {
        assertThat(page.locator("#parts")).containsText("9 feeds");
        assertThat(page.locator("#parts")).containsText("2 failing");
        assertThat(page.locator("#parts")).containsText("Archive answers");
        page.route("**/api/watch", route -> route.abort());
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator("#blind")).containsText("Tocsin does not answer");
        page.unroute("**/api/watch");
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator("#blind")).isHidden();
    }

    @Test
    void writesHeadlinesInTheirOwnDirection() {
        ring(1, "Crowds gather");
        assertThat(card().locator("h3 a")).hasAttribute("dir", "ltr");
        Assertions.assertThat(
                        page.evaluate(
                                """
                async () => {
                  const { directionOf } = await import('/assets/triage.js');
                  return ['ar', 'fa-IR', 'uz-Arab', 'ckb', 'ku-Latn', 'ru', 'und', null].map(directionOf);
                }"""))
                .isEqualTo(List.of("rtl", "rtl", "rtl", "rtl", "ltr", "ltr", "auto", "auto"));
    }

    @Test
    void breaksNoRuleOfAccessibility_norDoItsDialogs() {
        ring(2, "Crowds grow");
        assertThat(card()).isVisible();
        Accessibility.holds(page);
        for (var key : List.of("?", "s", "f", "v")) {
            page.keyboard().press(key);
            Accessibility.holds(page);
            page.keyboard().press("Escape");
        }
        page.setViewportSize(375, 740);
        Accessibility.holds(page);
    }

    @Test
    void showsTheShapeOfWhatIsToCome_untilItIsThere() {
        page.route("**/api/topics", route -> {
            // held back until the test has looked
        });
        page.reload();
        assertThat(page.locator(".column.ghost")).hasCount(3);
        assertThat(page.locator("#columns")).hasAttribute("aria-busy", "true");
        page.unroute("**/api/topics");
        page.reload();
        assertThat(page.locator(".column[data-topic=protests]")).isVisible();
        assertThat(page.locator(".ghost")).hasCount(0);
    }

    @Test
    void tellsOfSilentFeedsInAColumnOfTheirOwn_andDimsItWhenTheyAreBack() {
        alerts.send(
                story,
                Json.write(Samples.silence(story, 1, Alert.MsgType.Alert, "Courier: nothing in 12 h, usually 48")));
        var column = page.locator(".column[data-topic=coverage]");
        assertThat(column.locator("h2")).hasText("Coverage");
        assertThat(card()).containsText("Courier: nothing in 12 h, usually 48");
        assertThat(card()).not().containsText("0 articles");
        assertThat(card().locator("a[href='/feeds?feed=feed-1']")).hasText("1 feed");
        alerts.send(
                story,
                Json.write(Samples.silence(story, 2, Alert.MsgType.Cancel, "Courier is back: 12 articles in 3 h")));
        assertThat(card()).containsText("Courier is back");
        assertThat(card()).hasClass(Pattern.compile("handled"));
    }

    @Test
    void saysBesideTheLinkHowManyFeedsAreInTrouble() {
        assertThat(page.locator(".top nav .trouble")).hasText("3");
    }

    @Test
    void saysHowItIsUsed_whenAsked() {
        page.keyboard().press("?");

        assertThat(page.locator("#help")).isVisible();
        assertThat(page.locator("#help")).containsText("acknowledge");
    }

    @Test
    void movesThroughTheCards_byKeyboard() {
        ring(1, "Crowds gather");
        assertThat(card()).isVisible();

        page.keyboard().press("j");
        assertThat(page.locator(".card:focus")).hasCount(1);
        page.keyboard().press("o");

        assertThat(page).hasURL(Pattern.compile("/stories/"));
    }

    @Test
    void saysThatItIsLost_andCatchesUp_whenTheLineIsCut() throws Exception {
        try (var line = new FrailLine(board.getPort())) {
            page.navigate("http://localhost:" + line.port() + "/");
            assertThat(page.locator("#state")).hasAttribute("data-state", "live");

            line.cut();
            assertThat(page.locator("#state")).hasAttribute("data-state", "reconnecting");
            ring(1, "While it was away");
            line.mend();

            assertThat(card().locator("h3")).hasText("While it was away", PATIENTLY);
            assertThat(page.locator("#state")).hasAttribute("data-state", "live");
        }
    }
}
