package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Story;
import dev.tocsin.local.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./tocsin bench outage [MINUTES] [gone|hanging]}: a steady load while the store alone is away, as one that has ended or
 * as one that hangs with all its connections open; what the board says of it, how soon all is well again, and then the sums.
 */
final class OutageBench {
    /** Articles a second. */
    private static final int RATE = 50;

    private static final int ONE_OF_A_TOPIC_IN = 10;
    /** News between two bad things. */
    private static final Duration CALM = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunningTocsin tocsin;
    private final SteadyLoad load;
    private final Map<String, Object> report;

    private OutageBench(RunningTocsin tocsin, SteadyLoad load, Map<String, Object> report) {
        this.tocsin = tocsin;
        this.load = load;
        this.report = report;
    }

    static Map<String, Object> run(int minutes, boolean hangs) throws Exception {
        var folder = Files.createTempDirectory("tocsin-outage");
        var data = folder.resolve("data");
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        report.put("store", hangs ? "hanging" : "gone");
        report.put("minutes", minutes);
        report.put("articlesASecond", RATE);
        try (var deliveries = Deliveries.listen();
                var store = Door.before(() -> port(data))) {
            var environment = new HashMap<>(deliveries.routed(folder));
            // before what the launcher says of its own store
            environment.put(
                    "JAVA_TOOL_OPTIONS", "-Dquarkus.mongodb.connection-string=mongodb://localhost:" + store.port());
            var feed = RunningTocsin.root().resolve("e2e/src/test/resources/empty-feed.xml");
            try (var tocsin = RunningTocsin.startWith(data, List.of("--feed", feed.toString()), environment);
                    var load = SteadyLoad.begin(tocsin::api, new Articles("outage", 1), RATE, ONE_OF_A_TOPIC_IN)) {
                var bench = new OutageBench(tocsin, load, report);
                load.awaitMore(CALM);
                bench.outage(store, hangs, Duration.ofMinutes(minutes));
                load.awaitMore(CALM);
                load.finish();
                bench.judge(deliveries);
            }
        }
        return report;
    }

    private void outage(Door store, boolean hangs, Duration away) throws Exception {
        var before = pids();
        System.out.println(Instant.now() + " the store is away");
        if (hangs) {
            store.jam();
        } else {
            store.shut();
        }
        long since = System.nanoTime();
        var last = CompletableFuture.supplyAsync(
                this::down, CompletableFuture.delayedExecutor(away.toSeconds(), TimeUnit.SECONDS));
        await("the board says so").atMost(PATIENCE).pollInterval(LOOK).until(() -> !down().isEmpty());
        report.put("secondsUntilTheBoardSaidSo", seconds(since));
        report.put("down", last.get());
        System.out.println(Instant.now() + " the store is back");
        if (hangs) {
            store.free();
        } else {
            store.open();
        }
        long back = System.nanoTime();
        int accepted = load.accepted().size();
        await("pushes are accepted")
                .atMost(PATIENCE)
                .until(() -> load.accepted().size() > accepted);
        report.put("secondsUntilAPushWasAccepted", seconds(back));
        report.put("hadWaited", load.waiting());
        await("all is well").atMost(PATIENCE).pollInterval(LOOK).until(() -> down().isEmpty());
        report.put("secondsUntilTheBoardSaidThatAllIsWell", seconds(back));
        await("what had waited is accepted").atMost(PATIENCE).until(() -> load.waiting() <= 2 * SteadyLoad.BATCH);
        report.put("secondsUntilWhatHadWaitedWasAccepted", seconds(back));
        var after = pids();
        report.put(
                "servicesThatEnded",
                before.keySet().stream()
                        .filter(service -> !before.get(service).equals(after.get(service)))
                        .toList());
    }

    private void judge(Deliveries deliveries) throws Exception {
        var broker = tocsin.run().broker();
        report.put("pushesRepeated", load.repeats());
        Kept.judge(tocsin.api(), broker, load.accepted(), report);
        Told.judge(
                Committed.all(broker, Channel.STORIES, Story.class),
                Committed.all(broker, Channel.ALERTS, Alert.class),
                deliveries,
                report);
        report.put(
                "deadLetters",
                Committed.all(broker, Channel.DEAD_LETTERS, DeadLetter.class).size());
        report.put("memory", Memory.of(tocsin.run()));
    }

    /** What the board says is down, and why; as a part of its own where it does not answer. */
    private Map<String, String> down() {
        var down = new TreeMap<String, String>();
        try {
            for (var part : tocsin.api().get("/api/status").path("parts")) {
                if (!part.path("state").asText().equals("up")) {
                    down.put(part.path("name").asText(), part.path("detail").asText());
                }
            }
        } catch (IOException e) {
            down.put("the board itself", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return down;
    }

    private Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        tocsin.run().services().forEach(service -> pids.put(service.name(), service.pid()));
        return pids;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000 / 1000.0;
    }

    private static int port(Path data) {
        try {
            return URI.create(RunFile.read(data).store()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
