package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services die in the middle of the work; every article is archived once and every revision rings once all the same. */
class NothingIsLostIT {
    private static final int ARTICLES = 1_000;
    private static final int BATCH = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private static Path folder;

    @Test
    void archivesEachArticleOnce_whenServicesAreKilledInTheMiddle() throws Exception {
        var feed = Files.copy(Path.of("src/test/resources/empty-feed.xml"), folder.resolve("empty.xml"));
        try (var tocsin = RunningTocsin.start(folder.resolve("data"), feed.toString())) {
            var victims = new ArrayList<>(List.of("language", "classify", "alerts", "archive", "ingest"));
            var articles = new Articles("killed", ThreadLocalRandom.current().nextLong());
            var expected = new TreeSet<String>();
            int killEvery = ARTICLES / (victims.size() + 1);
            for (int pushed = 0; pushed < ARTICLES; pushed += BATCH) {
                if (!victims.isEmpty() && pushed / killEvery > 5 - victims.size()) {
                    assertThat(tocsin.service(victims.removeFirst()).destroyForcibly())
                            .isTrue();
                }
                expected.addAll(push(tocsin.api(), articles.next(BATCH)));
            }
            assertThat(victims).isEmpty();

            awaitArchived(tocsin, expected);
            var revisions = Committed.all(tocsin.run().broker(), Channel.ALERTS, Alert.class).stream()
                    .map(alert -> alert.story() + ":" + alert.revision())
                    .toList();
            assertThat(revisions).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void archivesEachArticleOnce_whenBrokerAndStoreAreKilledInTheMiddle() throws Exception {
        var feed = Files.copy(Path.of("src/test/resources/empty-feed.xml"), folder.resolve("empty-too.xml"));
        var data = folder.resolve("data-of-both");
        var articles = new Articles("struck", ThreadLocalRandom.current().nextLong());
        var expected = new TreeSet<String>();
        var first = RunningTocsin.start(data, feed.toString());
        try {
            for (int pushed = 0; pushed < ARTICLES / 4; pushed += BATCH) {
                expected.addAll(push(first.api(), articles.next(BATCH)));
            }
        } finally {
            first.kill();
        }
        try (var second = RunningTocsin.start(data, feed.toString())) {
            expected.addAll(push(second.api(), articles.next(BATCH)));
            awaitArchived(second, expected);
        }
    }

    private static void awaitArchived(RunningTocsin tocsin, Set<String> expected) {
        // to list them all costs what is waited for
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> tocsin.api().get("/api/status").at("/articles").asInt() >= expected.size());
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var archived = tocsin.api().all("/api/articles").stream()
                    .map(a -> a.get("externalId").asText())
                    .toList();
            assertThat(archived).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(archived)).isEqualTo(expected);
        });
    }

    /** Pushes until the answer says accepted, as a client must that got none: the ids make a repeat harmless. */
    private static List<String> push(Api api, List<Map<String, Object>> batch) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    var answer = api.post("/api/articles", batch);
                    assertThat(answer.status()).isEqualTo(202);
                    assertThat(answer.body().get("items"))
                            .allSatisfy(item ->
                                    assertThat(item.get("state").asText()).isIn("accepted", "duplicate"));
                });
        return batch.stream().map(a -> (String) a.get("externalId")).toList();
    }
}
