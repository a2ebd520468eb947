package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Story;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code ./tocsin bench kills [N] [SEED]}: January 2022 played in step while a process is killed with SIGKILL after every
 * one to four articles: alerts, archive, notify, classify, or the launcher with broker and store. Then what came out must
 * be what comes out undisturbed: each revision of each story and each alert once on the channels, each alert in the
 * archive, and each delivered under one idempotency key.
 */
final class KillBench {
    private static final List<String> VICTIMS =
            List.of("alerts", "alerts", "alerts", "archive", "archive", "notify", "notify", "classify");
    /** Of so many kills one takes broker and store, and what plays. */
    private static final int LAUNCHER_ONE_IN = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SECRET = "a secret of the kill bench, long enough for it";

    private KillBench() {}

    static Map<String, Object> run(int kills, long seed) throws Exception {
        var folder = Files.createTempDirectory("tocsin-kills");
        var random = new Random(seed);
        var killed = new TreeMap<String, Integer>();
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        report.put("seed", seed);
        try (var deliveries = Deliveries.listen()) {
            var routes = Files.writeString(
                    folder.resolve("routes.yaml"),
                    """
                    receivers:
                      bench: {type: webhook, url: "%s", secret-env: BENCH_SECRET}
                    routes:
                      - {name: all, match: {status: [Exercise]}, to: [bench]}
                    """
                            .formatted(deliveries.url()));
            var environment = Map.of(
                    "TOCSIN_NOTIFY_ROUTES",
                    routes.toString(),
                    "TOCSIN_NOTIFY_ALLOW_PRIVATE_ADDRESSES",
                    "true",
                    "BENCH_SECRET",
                    SECRET);
            var tocsin = RunningTocsin.startWith(folder.resolve("data"), Replayed.OPTIONS, environment);
            try {
                for (int i = 1; i <= kills && !tocsin.log().contains(Replayed.FINISHED); i++) {
                    awaitArticles(tocsin, 1 + random.nextInt(4));
                    if (i % LAUNCHER_ONE_IN == 0) {
                        tocsin.kill();
                        tocsin = RunningTocsin.startWith(folder.resolve("data"), Replayed.OPTIONS, environment);
                        killed.merge("launcher, broker and store", 1, Integer::sum);
                    } else {
                        var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
                        kill(tocsin, victim);
                        killed.merge(victim, 1, Integer::sum);
                    }
                }
                report.put("killed", killed);
                report.put(
                        "kills",
                        killed.values().stream().mapToInt(Integer::intValue).sum());
                awaitFinished(tocsin);
                judge(tocsin, deliveries, report);
            } finally {
                tocsin.close();
            }
        }
        return report;
    }

    /** One that was killed just before may not stand again yet, and then has no process to kill. */
    private static void kill(RunningTocsin tocsin, String victim) {
        await(victim + " comes back").atMost(PATIENCE).until(() -> tocsin.kill(victim));
    }

    private static void judge(RunningTocsin tocsin, Deliveries deliveries, Map<String, Object> report)
            throws Exception {
        var broker = tocsin.run().broker();
        var alerts = Committed.all(broker, Channel.ALERTS, Alert.class);
        Told.judge(Committed.all(broker, Channel.STORIES, Story.class), alerts, deliveries, report);
        var approved = new HashSet<>(Replayed.approved());
        var came = new HashSet<>(Replayed.lines(alerts));
        report.put("alertsThatShouldHaveCome", approved.size());
        report.put(
                "alertsLost", approved.stream().filter(a -> !came.contains(a)).count());
        report.put(
                "alertsOtherThanApproved",
                came.stream().filter(a -> !approved.contains(a)).count());
        report.put(
                "storiesOnTheBoardLackingTheirLastAlert",
                alerts.stream().map(Alert::story).distinct().count()
                        - tocsin.api().all("/api/alerts").size());
    }

    private static void awaitFinished(RunningTocsin tocsin) {
        await("the replay finishes").atMost(PATIENCE).until(() -> tocsin.log().contains(Replayed.FINISHED));
    }

    /** Until so many more articles were sent; less where the replay ends. */
    private static void awaitArticles(RunningTocsin tocsin, int more) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", tocsin.run().broker()))) {
            long wanted = sent(admin) + more;
            await("the replay goes on")
                    .atMost(PATIENCE)
                    .until(() -> sent(admin) >= wanted || tocsin.log().contains(Replayed.FINISHED));
        }
    }

    private static long sent(Admin admin) throws Exception {
        var channel = Channel.ARTICLES_FETCHED.kafkaTopic(Channel.DEFAULT_PREFIX);
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(List.of(channel))
                .allTopicNames()
                .get()
                .get(channel)
                .partitions()
                .forEach(p -> latest.put(new TopicPartition(channel, p.partition()), OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(o -> o.offset())
                .sum();
    }
}
