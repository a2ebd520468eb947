package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts that the documentation shows, as they stand there, with curl, kcat, pymongo and Confluent's client: they tell what the API
 * tells, also when the dashboard dies meanwhile.
 */
class OutsideClientsIT {
    private static final Path SAMPLE = RunningTocsin.root().resolve("deploy/sample/feed.xml");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static RunningTocsin tocsin;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        tocsin = RunningTocsin.start(folder.resolve("data"), SAMPLE.toString());
        await().atMost(PATIENCE).until(() -> !alerts().isEmpty());
    }

    @AfterAll
    static void stop() {
        tocsin.close();
    }

    @AfterEach
    void end() {
        for (var process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Set<String> alerts() throws IOException, InterruptedException {
        return tocsin.api().revisions();
    }

    /** What rang after that. */
    private static Set<String> after(Set<String> before) throws IOException, InterruptedException {
        var after = alerts();
        after.removeAll(before);
        assertThat(after).isNotEmpty();
        return after;
    }

    private static boolean isWritten(Path place, Path out) throws IOException {
        return Files.getLastModifiedTime(place).compareTo(Files.getLastModifiedTime(out)) >= 0;
    }

    private static Script script(String page, String name, Client client) throws IOException, InterruptedException {
        return Script.of(page, name, client, folder);
    }

    private void run(Script script, Path out, String... arguments) throws IOException {
        started.add(script.start(out, arguments));
    }

    private static void ring(Articles articles) throws IOException, InterruptedException {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        tocsin.api().post("/api/articles", articles.next(40)).status() == 202);
    }

    /** A new key, as an admin makes it for another system. */
    private static String key(String role) throws IOException, InterruptedException {
        var made = tocsin.api().post("/api/keys", Map.of("name", "a system that is a " + role, "role", role));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("key").asText();
    }

    @Test
    void pushesOnceAndReadsTheProblem_withCurl() throws Exception {
        var push = script("pushing-articles.md", "push.sh", Client.CURL);
        var base = tocsin.run().dashboard();
        var key = key("pusher");
        var file = push.beside("article.json");
        Files.write(file, Json.write(new Articles("curled", 12).next()));

        var first = push.run(base, key, file.toString(), "once");
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(Json.mapper().readTree(first.output()).at("/items/0/state").asText())
                .isEqualTo("accepted");
        assertThat(Files.readString(push.beside("push.headers"))).doesNotContainIgnoringCase("idempotent-replayed");
        var again = push.run(base, key, file.toString(), "once");
        assertThat(again.output()).isEqualTo(first.output());
        assertThat(Files.readString(push.beside("push.headers"))).containsIgnoringCase("idempotent-replayed: true");

        Files.writeString(file, "{\"titel\": \"A typing error\"}");
        var refused = push.run(base, key, file.toString(), "wrong");
        assertThat(refused.status()).isEqualTo(22);
        var problem = Json.mapper().readTree(refused.output());
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("detail").asText()).contains("titel");
        assertThat(Files.readString(push.beside("push.headers"))).contains(" 422", "application/problem+json");
        var stranger = push.run(base, "tocsin_of_nobody", file.toString(), "stranger");
        assertThat(Json.mapper().readTree(stranger.output()).get("status").asInt())
                .isEqualTo(401);
    }

    @Test
    void findsAnArticle_andIsToldWhenNothingIsNew_withCurl() throws Exception {
        var search = script("api.md", "search.sh", Client.CURL);
        var article = new Articles("searched", 13).next();
        assertThat(tocsin.api().post("/api/articles", article).status()).isEqualTo(202);
        var arguments = new String[] {tocsin.run().dashboard(), key("viewer"), "\"" + article.get("title") + "\""};
        Predicate<String> isFound = status -> {
            try {
                var found = Json.mapper().readTree(search.beside("found.json").toFile());
                return found.path("items").valueStream().anyMatch(item -> item.get("title")
                        .equals(Json.mapper().valueToTree(article.get("title"))));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        await().atMost(PATIENCE).until(() -> search.run(arguments).output(), isFound);
        // what was found is still there when nothing new is sent
        await().atMost(PATIENCE).until(() -> search.run(arguments).output().equals("304\n"));
        assertThat(isFound.test("304")).isTrue();
    }

    @Test
    void hearsAnAlert_withCurl() throws Exception {
        var listen = script("api.md", "listen.sh", Client.CURL);
        var out = listen.beside("heard");
        run(listen, out, tocsin.run().dashboard(), key("viewer"));
        var article = new Articles("heard", 14).next();
        var title = Json.mapper().valueToTree(article.get("title"));
        assertThat(tocsin.api().post("/api/articles", article).status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> new Printed(out)
                .alerts().stream()
                        .anyMatch(alert -> alert.get("headline").equals(title)
                                && alert.get("msgType").asText().equals("Alert")));
    }

    @Test
    void readsTheAlertsOfTheChannel_withKcat() throws Exception {
        var kcat = script("contracts.md", "read_alerts.sh", Client.KCAT);
        // both anew each time: on a busy machine articles of the sample still ring
        await().atMost(PATIENCE).untilAsserted(() -> {
            var read = kcat.run(tocsin.run().broker());
            assertThat(read.status()).as(read.errors()).isZero();
            var told = new ArrayList<String>();
            for (var line : read.output().lines().toList()) {
                var parts = line.split("\t", 3);
                var alert = Json.mapper().readTree(parts[2]);
                assertThat(alert.get("story").asText()).isEqualTo(parts[0]);
                assertThat(parts[1].split(","))
                        .contains(
                                "ce_specversion=1.0",
                                "ce_type=dev.tocsin.alert.v1",
                                "ce_source=/tocsin/alerts",
                                "ce_subject=" + parts[0],
                                "content-type=application/json");
                assertThat(parts[1]).contains("ce_id=", "ce_time=", "traceparent=");
                told.add(parts[0] + " " + alert.get("revision").asInt());
            }
            assertThat(told).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(told)).isEqualTo(alerts());
        });
    }

    @Test
    void readsTheRecord_withPymongo() throws Exception {
        var read = script("contracts.md", "read_archive.py", Client.PYMONGO);
        var pushed = tocsin.api().post("/api/articles", new Articles("recorded", 15).next());
        var id = pushed.body().at("/items/0/id").asText();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var ended = read.run(tocsin.run().store(), "protests");
            assertThat(ended.status()).as(ended.errors()).isZero();
            var rows = new ArrayList<JsonNode>();
            for (var line : ended.output().lines().toList()) {
                rows.add(Json.mapper().readTree(line));
            }
            var row = rows.stream()
                    .filter(r -> r.get("articles").findValuesAsText("id").contains(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no story has the article: " + rows));
            tellsWhatTheApiTells(row, id);
        });
    }

    private static void tellsWhatTheApiTells(JsonNode row, String id) throws IOException, InterruptedException {
        var story = row.get("story").asText();
        assertThat(tocsin.api().get("/api/stories/" + story).get("headline")).isEqualTo(row.get("headline"));
        var revisions = tocsin.api().get("/api/alerts/" + story).get("revisions");
        assertThat(row.get("alert")).isEqualTo(revisions.get(revisions.size() - 1));
        var article = tocsin.api().get("/api/articles/" + id);
        var stored = row.get("articles")
                .valueStream()
                .filter(a -> a.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(stored.get("title")).isEqualTo(article.get("title"));
        var words = article.get("topics")
                .valueStream()
                .filter(hit -> hit.get("topic").asText().equals("protests"))
                .flatMap(hit -> hit.get("evidence").valueStream())
                .map(at -> article.get(at.get("field").asText())
                        .asText()
                        .substring(at.get("start").asInt(), at.get("end").asInt()))
                .toList();
        assertThat(words).isNotEmpty();
        assertThat(stored.get("words").valueStream().map(JsonNode::asText)).containsExactlyElementsOf(words);
    }

    @Test
    void followsLive_withoutAGapOrARepeat_whenTheDashboardIsKilledAndTheClientIsToo() throws Exception {
        var follow = script("api.md", "follow_live.py", Client.PYTHON);
        var place = folder.resolve("place");
        var out = folder.resolve("live.txt");
        var articles = new Articles("live", 7);
        var arguments = new String[] {tocsin.run().dashboard(), tocsin.adminKey(), place.toString()};
        run(follow, out, arguments);
        await().atMost(PATIENCE).until(() -> Files.exists(place));
        var before = alerts();
        ring(articles);
        await().atMost(PATIENCE).until(() -> !new Printed(out).revisions().isEmpty());

        // the server goes in the middle, and the client has to come back by itself
        assertThat(tocsin.kill("dashboard")).isTrue();
        ring(articles);
        // then the client goes, once it has written down where it is, and what rings meanwhile waits for it
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> new Printed(out).revisions().containsAll(after(before)) && isWritten(place, out));
        started.getFirst().destroy();
        started.getFirst().waitFor();
        ring(articles);
        run(follow, out, arguments);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(new Printed(out).revisions()).containsAll(after(before)));
        assertThat(new Printed(out).revisions()).doesNotHaveDuplicates();
        assertThat(follow.errors()).isEmpty();
    }

    @Test
    void followsOnKafka_andGoesOnWhereItWas() throws Exception {
        var follow = script("api.md", "follow_kafka.py", Client.CONFLUENT_KAFKA);
        var out = folder.resolve("kafka.txt");
        run(follow, out, tocsin.run().broker(), "a-desk");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new Printed(out).revisions()).containsAll(alerts()));
        started.getFirst().destroy();
        started.getFirst().waitFor();

        ring(new Articles("kafka", 8));
        run(follow, out, tocsin.run().broker(), "a-desk");
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        Set.copyOf(new Printed(out).revisions()))
                .containsAll(alerts()));
        assertThat(new Printed(out).revisions().stream().collect(Collectors.toSet()))
                .hasSameSizeAs(new Printed(out).revisions());
    }
}
