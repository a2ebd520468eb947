package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The sums after bad days: what of the accepted articles the archive lacks, and what it has twice. */
final class Kept {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private Kept() {}

    /** Puts the sums into a report, when all is archived and no service has anything left to read. */
    static void judge(Api api, String broker, Set<String> accepted, Map<String, Object> report) throws Exception {
        long begin = System.nanoTime();
        await("archived " + accepted.size() + " articles")
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> api.get("/api/status").at("/articles").asLong() >= accepted.size());
        Backlog.awaitNone(broker);
        report.put("secondsUntilAllWasArchived", (System.nanoTime() - begin) / 1_000_000_000L);
        // a machine that was busy until now may still answer late
        var archived = await()
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> api.all("/api/articles"), all -> true)
                .stream()
                .map(article -> article.get("externalId").asText())
                .toList();
        var distinct = new HashSet<>(archived);
        report.put("articlesAccepted", accepted.size());
        report.put(
                "articlesLost",
                accepted.stream().filter(id -> !distinct.contains(id)).count());
        report.put("articlesTwice", archived.size() - distinct.size());
    }
}
