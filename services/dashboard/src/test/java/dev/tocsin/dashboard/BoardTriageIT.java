package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What analysts do with alerts on the board: narrow, judge, take back, choose what sounds. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class BoardTriageIT extends InBrowser {
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

    @Test
    void losesNoPress_thatComesBeforeThePagesScript() {
        var late = new ArrayList<Route>();
        page.route("**/assets/board.js", late::add);
        page.waitForRequest(
                "**/assets/board.js",
                () -> page.navigate(board.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT)));
        page.locator("#text").fill("rumours");
        page.locator("#lanes [data-lane=muted]").click();
        page.keyboard().press("?");
        page.locator("#views-open").click();
        assertThat(page.locator("#help")).isHidden();
        late.forEach(Route::resume);
        assertThat(page.locator("#help")).isVisible();
        assertThat(page.locator("#text")).hasValue("rumours");
        assertThat(page).hasURL(Pattern.compile("q=rumours.*lane=muted"));
    }

    private void ring(int revision, String headline) {
        alerts.send(story, Json.write(Samples.alert(story, revision, headline)));
    }

    private Locator card() {
        return page.locator(".card[data-story=" + story + "]");
    }

    @Test
    void narrowsByLaneAndSeverity_inTheAddress_andKeepsAView() {
        ring(1, "Crowds gather");
        assertThat(card()).isVisible();
        page.keyboard().press("f");
        page.locator("#filters label:has([name=severity][value=Minor])").click();
        page.keyboard().press("Escape");
        assertThat(page).hasURL(Pattern.compile("severity=Minor"));
        assertThat(card()).hasCount(0);
        page.locator("#active [data-key=severity]").click();
        assertThat(card()).isVisible();

        page.keyboard().press("3");
        assertThat(page).hasURL(Pattern.compile("lane=acknowledged"));
        assertThat(card()).hasCount(0);
        page.locator("#views-open").click();
        page.locator("#views-save input").fill("Taken on");
        page.locator("#views-save button").click();
        page.locator("#views-list a").first().click();
        assertThat(page).hasURL(board.toString());
        assertThat(card()).isVisible();
        page.reload();
        page.locator("#views-open").click();
        page.locator("#views-list a", new Page.LocatorOptions().setHasText("Taken on"))
                .click();
        assertThat(page).hasURL(Pattern.compile("lane=acknowledged"));
        page.goBack();
        assertThat(page.locator("#lanes [data-lane='']")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void takesBackWhatWasDone_oneAfterTheOther() {
        ring(1, "Crowds gather");
        card().focus();
        page.keyboard().press("a");
        assertThat(card()).containsText("Acknowledged by local admin");
        page.keyboard().press("i");
        assertThat(card()).hasCount(0);

        page.keyboard().press("u");
        assertThat(card()).containsText("Acknowledged by local admin");
        page.keyboard().press("u");
        assertThat(card()).not().hasClass(Pattern.compile("handled"));
        assertThat(card()).not().containsText("Acknowledged by");
        page.keyboard().press("u");
        assertThat(page.locator("#toast")).containsText("nothing to take back");
    }

    @Test
    void judgesAllThatAreSelected_mutesThemForATime_andTakesAllBack() {
        var other = "story-" + UUID.randomUUID();
        ring(1, "Crowds gather");
        alerts.send(other, Json.write(Samples.alert(other, 1, "Crowds gather elsewhere")));
        var second = page.locator(".card[data-story=" + other + "]");
        assertThat(card()).isVisible();
        assertThat(second).isVisible();
        second.focus();
        page.keyboard().press("x");
        card().focus();
        page.keyboard().press("Shift+X");
        assertThat(page.locator("#selected")).hasText("2 selected");
        page.keyboard().press("m");
        page.locator("#mute label:has([value='8'])").click();
        page.locator("#mute button.primary").click();

        assertThat(card()).hasCount(0);
        assertThat(second).hasCount(0);
        page.keyboard().press("4");
        assertThat(card()).containsText("Muted by local admin until");
        assertThat(second).isVisible();
        page.keyboard().press("u");
        assertThat(card()).hasCount(0);
        page.keyboard().press("1");
        assertThat(card()).isVisible();
        assertThat(second).not().hasClass(Pattern.compile("handled"));
    }

    @Test
    void keepsANoteBesideAVerdict() {
        ring(1, "Crowds gather");
        card().focus();
        page.keyboard().press("n");
        page.locator("#noting textarea").fill("called the stringer");
        page.locator("#noting button.primary").click();

        assertThat(card().locator("q")).hasText("called the stringer");
    }

    @Test
    void isSilent_untilAReaderChoosesWhatSounds_andCanBeTried() {
        page.keyboard().press("s");
        page.locator("#alarms-try").click();
        assertThat(page.locator("#alarms-problem")).containsText("Switch sound");
        page.locator("#alarms [name=sound]").check();
        page.locator("#alarms label:has([name=from][value=Moderate])").click();
        page.locator("#alarms-try").click();
        assertThat(page.locator("#alarms-problem")).containsText("how it is");
        page.reload();
        assertThat(page.locator("#alarms-open")).hasAttribute("data-state", "on");
        Assertions.assertThat(
                        page.evaluate(
                                """
                async () => {
                  const { wanted } = await import('/assets/alarms.js');
                  const chosen = JSON.parse(localStorage.getItem('tocsin.alarms'));
                  const made = (more) => ({ story: 's', topic: 'protests', revision: 1, msgType: 'Alert', status: 'Actual',
                    severity: 'Severe', at: Date.now(), ...more });
                  return [{}, { severity: 'Minor' }, { revision: 2 }, { status: 'Exercise' }, { at: Date.now() - 1e7 },
                    { verdict: { verdict: 'irrelevant', at: new Date().toISOString() } }].map((more) => wanted(made(more), chosen));
                }"""))
                .isEqualTo(List.of(true, false, false, false, false, false));
    }
}
