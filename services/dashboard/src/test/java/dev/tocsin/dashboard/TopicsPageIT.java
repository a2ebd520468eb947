package dev.tocsin.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of topics in a real browser, and the API behind them. Version 2 of the pack {@code quakes} is in force. */
@QuarkusTest
@TestProfile(FakeTopics.Alone.class)
class TopicsPageIT extends InBrowser {

    @TestHTTPResource("/topics")
    private URI topics;

    @BeforeEach
    void open() {
        FakeTopics.reset();
        page.navigate(topics.toString());
    }

    @Test
    void listsTheTopicsInFigures_andLeadsToEach() {
        var row = page.locator("tbody tr").first();
        assertThat(row).containsText("<script>alert(1)</script>");
        assertThat(row).containsText("4711");
        assertThat(row).containsText("12 relevant");
        assertThat(page.locator("tbody tr").nth(1)).containsText("none");
        assertThat(page.locator("tbody tr").nth(1).locator("[data-label=Articles]"))
                .hasText("0");
        picture("topics");
        row.locator("th a").click();
        assertThat(page).hasURL(Pattern.compile("/topics/quakes$"));
        assertThat(page.locator(".facts")).containsText("12 stories judged relevant, 3 irrelevant");
        assertThat(page.locator("#current")).containsText("1 term");
        assertThat(page.locator(".lead")).containsText("Weights of version 1 refitted.");
    }

    @Test
    void saysHowToJudge_whenThereAreTooFewVerdicts() {
        topic();
        page.locator("#propose").click();
        assertThat(page.locator("#proposal")).containsText("10 more relevant and 10 more irrelevant are missing.");
        assertThat(page.locator("#proposal a")).hasAttribute("href", "/?topic=quakes");
        assertThat(page.locator("#current")).isVisible();
        picture("topic-too-few");
    }

    @Test
    void showsAProposal_andAppliesItOnlyWhenTold_andTakesItBack() throws Exception {
        propose(FakeTopics.proposal(true));
        assertThat(page.locator("#changes .moved").nth(1)).containsText("word1.00↓ 0.622011");
        assertThat(page.locator("#figures")).containsText("F170.6 %96.0 %100.0 %");
        picture("topic-proposal");
        page.locator("#apply").click();
        page.locator("#confirm [value=cancel]").click();
        try (var channel = new TestChannel(Channel.TOPICS)) {
            Assertions.assertThat(channel.messages("quakes")).isEmpty();
        }
        page.locator("#apply").click();
        assertThat(page.locator("#confirm-title")).containsText("Apply version 3 of");
        page.locator("#confirm-ok").click();
        assertThat(page.locator("#done")).containsText("Version 3 is in force");
        assertThat(page.locator("#in-force")).containsText("version 3");
        Assertions.assertThat(last()).isEqualTo(Samples.pack("quakes", 3, "earthquake"));
        FakeTopics.inForce = Json.mapper().valueToTree(Samples.pack("quakes", 3, "earthquake"));
        page.locator("#undo").click();
        assertThat(page.locator("#toast")).containsText("The weights of version 2 are in force again");
        Assertions.assertThat(last().signals())
                .isEqualTo(Samples.pack("quakes", 2, "tremor").signals());
    }

    @Test
    void givesTheProposalAsAFile() throws Exception {
        propose(FakeTopics.proposal(true));
        var download = page.waitForDownload(() -> page.locator("#download").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("quakes.yaml");
        Assertions.assertThat(Files.readString(download.path())).startsWith("id: quakes");
        page.locator("#discard").click();
        assertThat(page.locator("#changes")).hasCount(0);
        assertThat(page.locator("#current")).isVisible();
    }

    @Test
    void doesNotOfferToApply_whatBreaksAnExample_orChangesNothing() {
        var broken = FakeTopics.proposal(true);
        broken.withArray("broken")
                .addObject()
                .put("key", "match[3]")
                .put("text", Samples.HOSTILE)
                .put("score", 0.41);
        propose(broken);
        assertThat(page.locator("#proposal [role=alert]")).containsText("match[3] 0.41 <script>");
        assertThat(page.locator("#apply")).isDisabled();
        picture("topic-broken");

        propose(FakeTopics.proposal(false));
        assertThat(page.locator("#apply")).hasCount(0);
        assertThat(page.locator("#current")).isVisible();
    }

    @Test
    void appliesThePackToTheArchive_showsHowFarItIs_andEndsIt() {
        topic();
        page.locator("#from").fill("2022-01-05");
        page.locator("#to").fill("2022-01-04");
        page.locator("#apply-archive").click();
        assertThat(page.locator("#span-problem")).hasText("The first day is after the last.");
        page.locator("#to").fill("2022-01-06");
        page.locator("#exercise").check();
        page.locator("#apply-archive").click();
        assertThat(page.locator("#confirm-text")).containsText("marked Exercise");
        page.locator("#confirm-ok").click();
        assertThat(page.locator("#job")).containsText("Running");
        assertThat(page.locator("#apply-archive")).isDisabled();
        Assertions.assertThat(FakeTopics.RECLASSIFIED).singleElement().satisfies(asked -> {
            Assertions.assertThat(asked.path("exercise").asBoolean()).isTrue();
            Assertions.assertThat(asked.path("to").asText()).isGreaterThan("2022-01-06");
        });
        FakeTopics.job = FakeTopics.job("running", 300);
        assertThat(page.locator("#job")).containsText("300 of 1,200");
        picture("topic-archive");
        page.locator("#cancel-archive").click();
        assertThat(page.locator("#job")).containsText("Cancelled");
        assertThat(page.locator("#apply-archive")).isEnabled();
        page.reload();
        assertThat(page.locator("#job")).containsText("400 of 1,200");
    }

    @Test
    void bringsAllVerdictsToWhereTheyAreLearnedFrom() {
        FakeTopics.texts = 5;
        FakeTopics.proposal = FakeTopics.proposal(true);
        given().post("/api/topics/quakes/refit")
                .then()
                .statusCode(200)
                .body("from", equalTo(2), "bounded", equalTo(false));
        Assertions.assertThat(FakeTopics.REFITS).singleElement().satisfies(request -> {
            Assertions.assertThat(request.at("/pack/version").asInt()).isEqualTo(2);
            Assertions.assertThat(FakeTopics.storiesOf(request)).containsExactly("s0", "s1", "s2", "s3", "s4");
            Assertions.assertThat(request.has("bounded")).isFalse();
        });
        FakeTopics.proposal = null;
        given().post("/api/topics/quakes/refit").then().statusCode(422);
        given().post("/api/topics/nothing/refit").then().statusCode(404);
    }

    @Test
    void refuses_whatAnotherSiteSends() {
        for (var path : List.of("refit", "reclassify")) {
            given().header("Sec-Fetch-Site", "cross-site")
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/topics/quakes/" + path)
                    .then()
                    .statusCode(403);
        }
        Assertions.assertThat(FakeTopics.RECLASSIFIED).isEmpty();
    }

    private void topic() {
        page.navigate(topics + "/quakes");
    }

    private void propose(ObjectNode proposal) {
        FakeTopics.proposal = proposal;
        topic();
        page.locator("#propose").click();
        assertThat(page.locator("#proposal b").first())
                .containsText(
                        proposal.path("changed").asBoolean() ? "On stories it had not seen" : "no reason to change");
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
    }

    private static TopicPack last() throws Exception {
        try (var channel = new TestChannel(Channel.TOPICS)) {
            Awaitility.await().until(() -> !channel.messages("quakes").isEmpty());
            return Json.read(channel.messages("quakes").getLast().value(), TopicPack.class);
        }
    }
}
