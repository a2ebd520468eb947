package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk changes a pack, by its own hand and from its verdicts, and has the archive met with it. */
class LearningIT {
    private static final Path SAMPLE = RunningTocsin.root().resolve("deploy/sample/feed.xml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int JUDGED = 14;

    @TempDir
    private static Path data;

    private static RunningTocsin tocsin;

    @BeforeAll
    static void start() throws Exception {
        tocsin = RunningTocsin.start(data.resolve("run"), SAMPLE.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        tocsin.close();
    }

    @Test
    void givesAnOldArticleATopic_whenTheArchiveIsMetWithANewerPack_andRingsForNothingButAnExercise() throws Exception {
        put("quay-fires", pack("quay-fires", "[{id: fire, weight: 0.9, terms: {en: ['\"harbour fire\"']}}]"), 1);
        var id = push("quay", "Zarblaze on the quay of Veltrova", "It was a zarblaze, as they say there.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(article(id).path("topics")).isEmpty());

        put(
                "quay-fires",
                pack("quay-fires", "[{id: fire, weight: 0.9, terms: {en: ['\"harbour fire\"', zarblaze]}}]"),
                2);
        assertThat(article(id).path("topics")).isEmpty();

        var done = reclassify("quay-fires", false);
        assertThat(done.path("read").asInt())
                .isEqualTo(done.path("articles").asInt())
                .isPositive();
        assertThat(done.path("entered").asInt()).isEqualTo(1);
        var article = article(id);
        assertThat(article.at("/topics/0/topic").asText()).isEqualTo("quay-fires");
        assertThat(article.at("/topics/0/version").asInt()).isEqualTo(2);
        assertThat(article.path("replay").asBoolean()).isFalse();
        assertThat(article.at("/reclassified/0/version").asInt()).isEqualTo(2);
        assertThat(tocsin.api().all("/api/articles?topic=quay-fires")).hasSize(1);
        assertThat(alerts("quay-fires")).isEmpty();

        assertThat(reclassify("quay-fires", true).path("changed").asInt()).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts("quay-fires"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("status").asText()).isEqualTo("Exercise")));
        assertThat(article(id)).isEqualTo(article);
    }

    @Test
    void proposesWeightsFromVerdicts_andAppliesThemOnlyWhenTold() throws Exception {
        var signals =
                """

                  - {id: flood, weight: 0.7, terms: {mul: [flood]}}
                  - {id: water, weight: 0.3, terms: {mul: [water]}}
                  - {id: letters, weight: -0.2, terms: {mul: [letters]}}""";
        put("true-floods", pack("true-floods", signals), 1);
        var few = tocsin.api().post("/api/topics/true-floods/refit", Map.of());
        assertThat(few.status()).isEqualTo(422);
        assertThat(few.body().path("detail").asText()).contains("10 more relevant and 10 more irrelevant");

        awaitInForce();
        var random = new Random(11);
        for (int i = 0; i < JUDGED; i++) {
            push(random, "flood water ");
            push(random, "flood letters ");
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        tocsin.api().all("/api/articles?topic=true-floods&source=judged.example"))
                .hasSize(2 * JUDGED));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts("true-floods")).hasSizeGreaterThan(20));
        judge();

        var answer = tocsin.api().post("/api/topics/true-floods/refit", Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var proposal = answer.body();
        assertThat(proposal.path("changed").asBoolean()).isTrue();
        var letters = proposal.at("/signals/2");
        assertThat(letters.path("after").asDouble()).isLessThanOrEqualTo(-0.2);
        assertThat(letters.path("relevant").asInt()).isZero();
        assertThat(letters.path("irrelevant").asInt()).isPositive();
        assertThat(proposal.at("/after/precision").asDouble())
                .isGreaterThan(proposal.at("/before/precision").asDouble());
        assertThat(proposal.at("/unseen/f1").asDouble())
                .isGreaterThanOrEqualTo(proposal.at("/before/f1").asDouble());
        assertThat(proposal.path("yaml").asText()).contains("version: 2");
        assertThat(tocsin.api().get("/api/topics/true-floods").path("version").asInt())
                .as("nothing is applied by itself")
                .isEqualTo(1);

        showsItOnItsPage();

        var wanted = ((ObjectNode) proposal.get("pack")).put("version", 1);
        put("true-floods", wanted.toString(), 2);
        var now = tocsin.api().get("/api/topics/true-floods");
        assertThat(now.at("/signals/2/weight").asDouble())
                .isEqualTo(letters.path("after").asDouble());
        assertThat(now.path("note").asText()).contains("version 1 refitted from");
        assertThat(tocsin.api()
                        .put(
                                "/api/topics/true-floods",
                                wanted.put("threshold", 0.4).toString())
                        .status())
                .as("somebody changed it meanwhile")
                .isEqualTo(409);
    }

    private static void showsItOnItsPage() {
        if (Browser.executable().isEmpty()) {
            return;
        }
        try (var browser = Browser.start()) {
            var page = browser.open(tocsin, "/topics");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/topics.png")));
            page.navigate(tocsin.api().base() + "/topics/protests");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/topic.png"))
                    .setFullPage(true));
            page.navigate(tocsin.api().base() + "/topics/true-floods");
            page.locator("#propose").click();
            PlaywrightAssertions.assertThat(page.locator("#changes .moved").first())
                    .isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/proposal.png"))
                    .setFullPage(true));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void judge() throws Exception {
        int relevant = 0;
        int irrelevant = 0;
        for (var alert : alerts("true-floods")) {
            var story = alert.path("story").asText();
            var articles = tocsin.api().all("/api/articles?story=" + story);
            var title = articles.getFirst().path("title").asText();
            if (title.startsWith("Probe")) {
                continue;
            }
            boolean wet = articles.getFirst().path("excerpt").asText().startsWith("flood water");
            var verdict = Map.of("verdict", wet ? "relevant" : "irrelevant", "by", "e2e");
            assertThat(tocsin.api()
                            .post("/api/alerts/" + story + "/verdicts", verdict)
                            .status())
                    .isEqualTo(201);
            relevant += wet ? 1 : 0;
            irrelevant += wet ? 0 : 1;
        }
        var expected = List.of(relevant, irrelevant);
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (var item : tocsin.api().get("/api/status/topics").path("items")) {
                if (item.path("topic").asText().equals("true-floods")) {
                    assertThat(List.of(
                                    item.path("relevant").asInt(),
                                    item.path("irrelevant").asInt()))
                            .isEqualTo(expected);
                }
            }
        });
    }

    private static JsonNode reclassify(String topic, boolean exercise) throws Exception {
        var path = "/api/topics/" + topic + "/reclassify";
        var asked = tocsin.api().post(path, Map.of("exercise", exercise));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        tocsin.api().get(path).path("state").asText())
                .isNotEqualTo("running"));
        var ended = tocsin.api().get(path);
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("unanswered").asInt()).isZero();
        return ended;
    }

    /** Returns when the archive, which a request asks for the version, has it too. */
    private static void put(String topic, String pack, int version) throws Exception {
        var answer = tocsin.api().put("/api/topics/" + topic, pack);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("version").asInt()).isEqualTo(version);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tocsin.api()
                        .tryGet("/api/topics/" + topic)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(version));
    }

    private static String pack(String id, String signals) {
        return "id: %s\nversion: 1\nname: {en: Invented}\nthreshold: 0.6\ntitleBoost: 1.5\nsignals: %s\n"
                .formatted(id, signals);
    }

    /** Until an article meets the pack, classify has not got it. */
    private static void awaitInForce() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            send(UUID.randomUUID().toString(), "Probe", "A flood of water", "probe.example");
            assertThat(tocsin.api().all("/api/articles?topic=true-floods")).isNotEmpty();
        });
    }

    /** Pushes an article whose words nobody else uses, so that it is a story of its own. */
    private static void push(Random random, String begin) throws Exception {
        send(UUID.randomUUID().toString(), words(random, 4), begin + words(random, 60), "judged.example");
    }

    private static String words(Random random, int count) {
        return Stream.generate(() -> random.ints(9, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private static void send(String id, String title, String text, String source) throws Exception {
        var article = Map.of(
                "externalId",
                id,
                "title",
                title,
                "text",
                text,
                "source",
                Map.of("id", source, "name", "An invented source"));
        assertThat(tocsin.api().post("/api/articles", article).status()).isEqualTo(202);
    }

    /** Pushes an article; its id. */
    private static String push(String id, String title, String text) throws Exception {
        send(id, title, text, "learning.example");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tocsin.api().all("/api/articles?source=learning.example"))
                        .hasSize(1));
        return tocsin.api()
                .all("/api/articles?source=learning.example")
                .getFirst()
                .path("id")
                .asText();
    }

    private static JsonNode article(String id) throws Exception {
        return tocsin.api().get("/api/articles/" + id);
    }

    private static List<JsonNode> alerts(String topic) throws Exception {
        return tocsin.api().all("/api/alerts?topic=" + topic);
    }
}
