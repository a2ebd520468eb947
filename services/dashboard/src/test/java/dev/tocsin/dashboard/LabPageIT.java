package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rule lab in a real browser. Version 2 of the pack {@code quakes} is in force. */
@QuarkusTest
@TestProfile(FakeLab.Alone.class)
class LabPageIT extends InBrowser {
    @TestHTTPResource("/topics/quakes/edit")
    private URI lab;

    @BeforeEach
    void open() {
        FakeLab.reset();
        page.navigate(lab.toString());
        assertThat(page.locator("#trial-words")).containsText("all 2 examples hold");
    }

    @Test
    void checksADraftAsItIsTyped_andKeepsIt() {
        type("threshold: BROKEN");
        assertThat(page.locator("#mistake")).containsText("threshold is 5, at most 1 is possible");
        assertThat(page.locator(".gutter .wrong")).hasText("4");
        assertThat(page.locator("#promote")).isDisabled();
        assertThat(page.locator("#saved")).hasText("Draft kept");
        Assertions.assertThat(FakeLab.draft.path("base").asInt()).isEqualTo(2);

        type("# FAILS");
        assertThat(page.locator("#trial-words")).hasText("1 example of 2 does not hold.");
        assertThat(page.locator("#promote")).isDisabled();
        page.locator(".jump").first().click();
        assertThat(page.locator("#pack")).isFocused();

        assertThat(page.locator("#saved")).hasText("Draft kept");
        page.reload();
        assertThat(page.locator("#pack")).hasValue(Pattern.compile("# FAILS"));
    }

    @Test
    void goesOnByItself_whenServicesWereDownForAMoment() {
        var down = List.of(
                "GET /topics/quakes/draft", "POST /packs/yaml", "POST /packs/trial", "GET /topics/quakes/versions");
        FakeLab.DOWN.addAll(down);
        page.reload();
        assertThat(page.locator("#trial-words")).containsText("all 2 examples hold");
        assertThat(page.locator("#pack")).hasValue(LabSamples.YAML);
        assertThat(page.locator("#versions [data-version]")).hasCount(2);
        Assertions.assertThat(FakeLab.DOWN).isEmpty();
    }

    @Test
    void saysThatSomebodyElseSavedMeanwhile_andLosesNeither() {
        type("# mine");
        assertThat(page.locator("#saved")).hasText("Draft kept");
        FakeLab.draft.put("revision", 7).put("text", LabSamples.YAML + "# theirs\n");
        type("# mine again");
        assertThat(page.locator("#conflict")).containsText("Somebody else saved this draft meanwhile");
        page.locator("#conflict button").first().click();
        assertThat(page.locator("#pack")).hasValue(Pattern.compile("# theirs"));
    }

    @Test
    void meetsATextOfOnesOwn() {
        page.locator("#own-title").fill("An earthquake at sea");
        assertThat(page.locator("#own-result")).containsText("belongs, score 0.60 of 0.50");
        assertThat(page.locator("#own-result mark")).hasText("earthquake");
    }

    @Test
    void takesADraftThroughTheArchive_showsHowFarItIs_andEndsIt() {
        page.locator("#from").fill("2022-01-05");
        page.locator("#to").fill("2022-01-04");
        page.locator("#begin").click();
        assertThat(page.locator("#span-problem")).hasText("The first day is after the last.");
        page.locator("#to").fill("2022-01-09");
        page.locator("#begin").click();
        assertThat(page.locator("#test")).containsText("Running, against version 2");
        assertThat(page.locator("#begin")).isDisabled();
        FakeLab.backtest = LabSamples.backtest("running", 450);
        assertThat(page.locator("#test")).containsText("450 of 1,200");
        assertThat(page.locator("#test progress")).hasAttribute("value", "450");
        page.locator("#cancel-test").click();
        assertThat(page.locator("#test")).containsText("Cancelled");
        assertThat(page.locator("#begin")).isEnabled();
        Assertions.assertThat(FakeLab.ASKED)
                .anyMatch(asked -> asked.startsWith("POST /topics/quakes/backtest?from=2022-01-0"));
    }

    @Test
    void showsWhatADraftFinds_inEachLanguage_andAgainstVerdicts() {
        FakeLab.backtest = LabSamples.backtest("done", 1200);
        page.reload();
        assertThat(page.locator("#found")).containsText("118 by version 2");
        assertThat(page.locator("#by-language tbody tr")).hasCount(3);
        assertThat(page.locator("#by-language tbody tr").nth(1)).hasText("Italian3004030155");
        assertThat(page.locator("#against")).containsText("Precision90 % 70–100 %70 % 50–100 %");
        assertThat(page.locator("#against")).containsText("Relevant and missed: 1A tremor nobody took");
        assertThat(page.locator("#gained")).containsText("<script>");
        assertThat(page.locator("#lost mark")).hasText("shook");
        assertThat(page.locator("#shared")).containsText("Arabic: 1");
    }

    @Test
    void putsADraftIntoForce_onlyWhenTold_withANote() throws Exception {
        int before = versions().size();
        page.locator("#promote").click();
        page.locator("#confirm [value=cancel]").click();
        Assertions.assertThat(versions()).hasSize(before);
        page.locator("#promote").click();
        page.locator("#note").fill("Fewer figures of speech.");
        page.locator("#confirm-ok").click();
        assertThat(page.locator("#done")).containsText("The draft is in force as version 3");
        assertThat(page.locator("#standing")).hasText("Version 3 is in force");
        Assertions.assertThat(versions()).hasSize(before + 1);
        Assertions.assertThat(versions().getLast().note()).isEqualTo("Fewer figures of speech.");
    }

    @Test
    void looksAtAnEarlierVersion_andPutsItBackIntoForce() throws Exception {
        page.locator("#versions [data-version='1'] button").first().click();
        assertThat(page.locator("#differs")).containsText("2 lines more, 2 lines less");
        page.locator("#versions [data-version='1'] button").last().click();
        assertThat(page.locator("#confirm-title")).hasText("Put version 1 into force again?");
        page.locator("#confirm-ok").click();
        assertThat(page.locator("#done")).containsText("Version 1 is in force again as version");
        Assertions.assertThat(versions().getLast().note()).isEqualTo("Version 1 again.");
    }

    @Test
    void breaksNoRuleOfAccessibility_inAnyLanguage_atAnyWidth() {
        FakeLab.backtest = LabSamples.backtest("done", 1200);
        for (var language : List.of("en", "it", "ru")) {
            for (int width : List.of(1440, 375)) {
                var reader = newPage(
                        new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900));
                reader.navigate(lab.toString());
                assertThat(reader.locator("#shared")).isVisible();
                assertThat(reader.locator("#trial-words")).isVisible();
                reader.locator("#compare").click();
                reader.locator("#versions [data-version='1'] button").first().click();
                assertThat(reader.locator("#differs .about").first()).isVisible();
                Assertions.assertThat(reader.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("no sideways scrolling at %d in %s", width, language)
                        .isEqualTo(true);
                Accessibility.holds(reader);
                for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    reader.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                    reader.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target/screenshots",
                                    "lab-" + language + "-" + width + "-"
                                            + colours.name().toLowerCase(Locale.ROOT) + ".png")));
                }
            }
        }
    }

    private void type(String line) {
        page.locator("#pack").fill(LabSamples.YAML + line + "\n");
    }

    /** What was put into force so far; a write is done when the broker has it. */
    private static List<TopicPack> versions() throws Exception {
        var packs = new ArrayList<TopicPack>();
        try (var channel = new TestChannel(Channel.TOPICS)) {
            for (var message : channel.messages("quakes")) {
                packs.add(Json.read(message.value(), TopicPack.class));
            }
        }
        return packs;
    }
}
