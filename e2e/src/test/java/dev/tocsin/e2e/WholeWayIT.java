package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A feed goes in, an alert rings in a browser, and every way to look at it tells the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayIT {
    private static final Path SAMPLE = RunningTocsin.root().resolve("deploy/sample/feed.xml");
    private static final List<String> TOPICS = List.of("protests", "csto-deployment", "diplomatic-reactions");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static RunningTocsin tocsin;

    @BeforeAll
    static void start() throws Exception {
        tocsin = RunningTocsin.start(data.resolve("first"), SAMPLE.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        tocsin.close();
    }

    @Test
    @Order(1)
    void archivesTheSampleAndRingsOnEachTopic() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(tocsin.api().all("/api/articles")).hasSizeGreaterThan(10);
            assertThat(alerts().stream().map(a -> a.get("topic").asText()).collect(Collectors.toSet()))
                    .containsAll(TOPICS);
        });
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(alert.get("why")).isNotEmpty();
            assertThat(alert.get("changes")).isNotEmpty();
        });
    }

    @Test
    @Order(2)
    void pointsWithItsEvidenceAtTheWordsOfTheArticle() throws Exception {
        for (var item : tocsin.api().all("/api/articles?topic=protests")) {
            var article = tocsin.api().get("/api/articles/" + item.get("id").asText());
            for (var topic : article.get("topics")) {
                for (var evidence : topic.get("evidence")) {
                    var field = article.get(evidence.get("field").asText()).asText();
                    assertThat(field.substring(
                                    evidence.get("start").asInt(),
                                    evidence.get("end").asInt()))
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    @Order(3)
    void showsAnAlertOnTheBoard_withoutAReload() throws Exception {
        assumeTrue(Browser.executable().isPresent(), "skipped: Chromium is not installed (apt-get install chromium)");
        try (var browser = Browser.start()) {
            var page = browser.open(tocsin.api().base());
            var cards = page.locator("[data-story]");
            PlaywrightAssertions.assertThat(cards.first()).isVisible();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stories(page)).isEqualTo(storyIds(alerts())));

            page.evaluate("window.loadedOnce = true");
            var article = new Articles("pushed", 7).next();
            var answer = tocsin.api().post("/api/articles", article);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);

            PlaywrightAssertions.assertThat(page.getByText((String) article.get("title")))
                    .isVisible();
            assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stories(page)).isEqualTo(storyIds(alerts())));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/board.png"))
                    .setFullPage(false));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void showsTheStoryWithItsEvidenceMarked_andTakesAnAcknowledgement() throws Exception {
        assumeTrue(Browser.executable().isPresent(), "skipped: Chromium is not installed (apt-get install chromium)");
        var alert = alerts().stream()
                .filter(a -> a.get("topic").asText().equals("csto-deployment"))
                .findFirst()
                .orElseThrow();
        var story = alert.get("story").asText();
        try (var browser = Browser.start()) {
            var page = browser.open(tocsin, "/stories/" + story);
            PlaywrightAssertions.assertThat(page.locator("mark").first()).isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/story.png"))
                    .setFullPage(true));
            assertThat(browser.complaints()).isEmpty();
        }
        var answer = tocsin.api()
                .post(
                        "/api/alerts/" + story + "/verdicts",
                        Json.mapper().readTree("{\"verdict\":\"acknowledged\",\"by\":\"e2e\"}"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tocsin.api()
                        .get("/api/alerts/" + story)
                        .at("/verdict/by")
                        .asText())
                .isEqualTo("e2e via local admin"));
    }

    @Test
    @Order(5)
    void answersBadInputWithAProblem_andGoesOn() throws Exception {
        for (var path : List.of("/api/alerts?limit=-1", "/api/articles?cursor=nowhere", "/api/stories?limit=many")) {
            var answer = tocsin.api().tryGet(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.contentType()).as(path).startsWith("application/problem+json");
            assertThat(answer.body().get("detail").asText()).as(path).isNotBlank();
        }
        assertThat(tocsin.api().tryGet("/api/alerts/no-such-story").status()).isEqualTo(404);
        assertThat(alerts()).isNotEmpty();
    }

    @Test
    @Order(6)
    void ringsOnATopicThatADeskAddsWhileItRuns() throws Exception {
        var pack =
                """
                id: harbour-fires
                version: 1
                name: {en: Harbour fires}
                threshold: 0.6
                titleBoost: 1
                signals:
                  - id: fire
                    weight: 0.9
                    terms:
                      en: ['"harbour fire"']
                examples:
                  match: [{language: en, title: A harbour fire in the night}]
                """;
        var added = tocsin.api().put("/api/topics/harbour-fires", pack);
        assertThat(added.status()).as(added.body().toString()).isEqualTo(200);
        var pushed = new ArrayList<String>();
        // the article after the one that came before the pack did
        await().atMost(PATIENCE).untilAsserted(() -> {
            var id = UUID.randomUUID().toString();
            pushed.add(id);
            var article = Map.of(
                    "externalId",
                    id,
                    "title",
                    "Harbour fire in Invented Port " + id,
                    "text",
                    "A harbour fire broke out.",
                    "source",
                    Map.of("id", "e2e.example", "name", "An invented source"));
            assertThat(tocsin.api().post("/api/articles", article).status()).isEqualTo(202);
            assertThat(alerts()).anyMatch(a -> a.get("topic").asText().equals("harbour-fires"));
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tocsin.api().all("/api/articles?source=e2e.example"))
                .hasSameSizeAs(pushed));

        var wrong = tocsin.api().put("/api/topics/harbour-fires", pack.replace("A harbour fire", "Nothing"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().get("detail").asText()).contains("line 12", "examples.match[0]", "does not match");
    }

    @Test
    @Order(7)
    void goesOnWhereItWas_whenStartedAgainOnTheSameData() throws Exception {
        var articles = ids(tocsin.api().all("/api/articles"));
        var revisions = revisions();
        tocsin.close();
        tocsin = RunningTocsin.start(data.resolve("first"), SAMPLE.toString());

        // a poll of the feed after the restart is told by a later time of its last try
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        tocsin.api().get("/api/feeds").get("items").get(0).hasNonNull("lastTry"))
                .isTrue());
        var pushed = tocsin.api().post("/api/articles", new Articles("marker", 9).next());
        assertThat(pushed.status()).isEqualTo(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tocsin.api().all("/api/articles?source=marker0.example"))
                        .hasSize(1));
        assertThat(ids(tocsin.api().all("/api/articles")))
                .hasSize(articles.size() + 1)
                .containsAll(articles);
        assertThat(revisions()).containsAll(revisions).doesNotHaveDuplicates();
    }

    private static List<JsonNode> alerts() throws Exception {
        return tocsin.api().all("/api/alerts");
    }

    private static List<String> revisions() throws Exception {
        return Committed.all(tocsin.run().broker(), Channel.ALERTS, Alert.class).stream()
                .map(alert -> alert.story() + ":" + alert.revision())
                .toList();
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(i -> i.get("id").asText()).toList();
    }

    private static TreeSet<String> storyIds(List<JsonNode> alerts) {
        return alerts.stream().map(a -> a.get("story").asText()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> stories(Page page) {
        return page.locator("[data-story]").all().stream()
                .map(card -> card.getAttribute("data-story"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
