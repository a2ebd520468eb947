package dev.tocsin.e2e;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * {@code ./tocsin bench flood [N]}: N articles that all hit one topic, every second one on the same event, pushed as quickly as
 * they are taken; what becomes of stories, alerts, deliveries and memory, and how long another topic's alerts take meanwhile.
 */
final class FloodBench {
    private static final String FLOODED = "protests";
    private static final int BATCH = 50;
    private static final int CLIENTS = 4;
    private static final Duration CALM = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

    private final RunningTocsin tocsin;
    private final Map<String, Object> report;
    private final Map<String, Long> mostMegabytes = new TreeMap<>();
    private final Map<String, Long> mostBehind = new TreeMap<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private FloodBench(RunningTocsin tocsin, Map<String, Object> report) {
        this.tocsin = tocsin;
        this.report = report;
    }

    static Map<String, Object> run(int articles) throws Exception {
        var folder = Files.createTempDirectory("tocsin-flood");
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        report.put("articles", articles);
        var feed = RunningTocsin.root().resolve("e2e/src/test/resources/empty-feed.xml");
        try (var deliveries = Deliveries.listen();
                var tocsin = RunningTocsin.startWith(
                        folder.resolve("data"), List.of("--feed", feed.toString()), deliveries.environment(folder))) {
            Throughput.push(tocsin.api(), new Articles("warm", 1), 5_000);
            try (var quiet = QuietTopic.watch(tocsin)) {
                new FloodBench(tocsin, report).flood(articles, quiet);
            }
            report.put("alertsDelivered", deliveries.keysByAlert().size());
        }
        return report;
    }

    private void flood(int articles, QuietTopic quiet) throws Exception {
        Thread.sleep(CALM);
        report.put("quietTopicBefore", quiet.latencies());
        try (var looks = Executors.newSingleThreadScheduledExecutor()) {
            looks.scheduleWithFixedDelay(this::look, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
            long begin = System.nanoTime();
            push(articles);
            report.put("secondsUntilAllWasAccepted", seconds(begin));
            report.put("pushesRefused", refusals.get());
            Backlog.awaitNone(tocsin.run().broker(), PATIENCE);
            report.put("secondsUntilAllWasHandled", seconds(begin));
            report.put("quietTopicMeanwhile", quiet.latencies());
            look();
            looks.shutdownNow();
        }
        Thread.sleep(CALM);
        report.put("quietTopicAfterwards", quiet.latencies());
        report.put("quietArticlesThatDidNotRing", quiet.missing());
        report.put("mostMegabytes", mostMegabytes);
        report.put("mostMessagesBehind", mostBehind);
        report.put("archived", tocsin.api().get("/api/status").path("articles").asLong());
        report.put("receivers", tocsin.api().get("/api/receivers").toString());
        sums();
    }

    private void push(int articles) throws Exception {
        var event = new Articles("event", 3);
        event.next();
        var others = new Articles("others", 4);
        Callable<Void> client = () -> {
            for (int i = 0; i < articles / BATCH / CLIENTS; i++) {
                push(batch(event, others));
            }
            return null;
        };
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var done : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                done.get();
            }
        }
    }

    private static synchronized List<Map<String, Object>> batch(Articles event, Articles others) {
        var batch = new ArrayList<Map<String, Object>>();
        while (batch.size() < BATCH) {
            batch.add(event.again());
            batch.add(others.next());
        }
        return batch;
    }

    private void push(List<Map<String, Object>> batch) throws InterruptedException {
        while (true) {
            try {
                if (tocsin.api().post("/api/articles", batch).status() == 202) {
                    return;
                }
            } catch (IOException e) {
                // as good as a refusal
            }
            refusals.incrementAndGet();
            LockSupport.parkNanos(AGAIN);
        }
    }

    /** A look that fails is followed by the next. */
    private void look() {
        try {
            Memory.of(tocsin.run()).forEach((name, megabytes) -> mostMegabytes.merge(name, megabytes, Math::max));
            for (var channel : tocsin.api().get("/api/status").path("channels")) {
                for (var reader : channel.path("readers")) {
                    mostBehind.merge(
                            reader.path("group").asText() + " of "
                                    + channel.path("channel").asText(),
                            reader.path("lag").asLong(),
                            Math::max);
                }
            }
        } catch (IOException e) {
            System.out.println("no look: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Seen(String story, int revision, boolean open) {}

    private void sums() throws Exception {
        var broker = tocsin.run().broker();
        var stories = Committed.all(
                broker,
                Channel.STORIES,
                Story.class,
                story -> new Seen(
                        story.id(),
                        story.revision(),
                        story.topic().equals(FLOODED) && story.state() == Story.State.OPEN));
        var last = new HashMap<String, Seen>();
        stories.forEach(seen -> last.merge(seen.story(), seen, (a, b) -> a.revision() > b.revision() ? a : b));
        report.put("storyRevisions", stories.size());
        report.put("storyRevisionsTwice", stories.size() - new HashSet<>(stories).size());
        report.put("stories", last.size());
        report.put(
                "storiesOpenInTheEnd", last.values().stream().filter(Seen::open).count());
        var alerts = Committed.all(
                broker, Channel.ALERTS, Alert.class, alert -> new Seen(alert.story(), alert.revision(), false));
        report.put("alerts", alerts.size());
        report.put("alertsTwice", alerts.size() - new HashSet<>(alerts).size());
        report.put(
                "deadLetters",
                Committed.all(broker, Channel.DEAD_LETTERS, DeadLetter.class, DeadLetter::reason).stream()
                        .collect(Collectors.groupingBy(
                                reason -> reason.replaceAll("[0-9]+", "N"), Collectors.counting())));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000 / 1000.0;
    }
}
