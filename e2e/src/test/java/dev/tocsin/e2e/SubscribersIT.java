package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subscribers that {@code docs/api.md} shows, as they stand there, against a running Tocsin whose dashboard dies meanwhile. */
class SubscribersIT {
    private static final Path SAMPLE = RunningTocsin.root().resolve("deploy/sample/feed.xml");
    private static final Pattern EXAMPLE = Pattern.compile("```python\\n# (\\w+\\.py).*?\\n(.*?)```", Pattern.DOTALL);
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

    @org.junit.jupiter.api.AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    /** What was told of each story, as the archive has it: story and revision. */
    private static Set<String> alerts() throws IOException, InterruptedException {
        var alerts = new TreeSet<String>();
        for (var head : tocsin.api().all("/api/alerts")) {
            var story = head.path("story").asText();
            for (var revision :
                    tocsin.api().get("/api/alerts/" + story.replace("|", "%7C")).path("revisions")) {
                alerts.add(story + " " + revision.path("revision").asInt());
            }
        }
        return alerts;
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

    private static boolean python(String code) throws IOException, InterruptedException {
        try {
            var python = new ProcessBuilder("python3", "-c", code)
                    .redirectErrorStream(true)
                    .start();
            return python.waitFor(20, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path run(String example, Path out, String... arguments) throws IOException {
        var code = EXAMPLE.matcher(Files.readString(RunningTocsin.root().resolve("docs/api.md")))
                .results()
                .filter(r -> r.group(1).equals(example))
                .map(MatchResult::group)
                .map(g -> g.replaceFirst("```python\\n", "").replaceFirst("```$", ""))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<>(List.of(
                "python3", Files.writeString(folder.resolve(example), code).toString()));
        command.addAll(List.of(arguments));
        started.add(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(example + ".errors").toFile()))
                .start());
        return out;
    }

    /** Story and revision of each line that it printed, in order. */
    private static List<String> printed(Path out) {
        try {
            return Files.readAllLines(out).stream()
                    .map(line -> line.split(" ", 3))
                    .filter(words -> words.length > 1)
                    .map(words -> words[0] + " " + words[1])
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ring(Articles articles) throws IOException, InterruptedException {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        tocsin.api().post("/api/articles", articles.next(40)).status() == 202);
    }

    @Test
    void followsLive_withoutAGapOrARepeat_whenTheDashboardIsKilledAndTheClientIsToo() throws Exception {
        assumeTrue(python(""), "skipped: python3 is not installed");
        var place = folder.resolve("place");
        var out = folder.resolve("live.txt");
        var articles = new Articles("live", 7);
        var arguments = new String[] {tocsin.run().dashboard(), tocsin.adminKey(), place.toString()};
        run("follow_live.py", out, arguments);
        await().atMost(PATIENCE).until(() -> Files.exists(place));
        var before = alerts();
        ring(articles);
        await().atMost(PATIENCE).until(() -> !printed(out).isEmpty());

        // the server goes in the middle, and the client has to come back by itself
        assertThat(tocsin.kill("dashboard")).isTrue();
        ring(articles);
        // then the client goes, once it has written down where it is, and what rings meanwhile waits for it
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> printed(out).containsAll(after(before)) && isWritten(place, out));
        started.getFirst().destroy();
        started.getFirst().waitFor();
        ring(articles);
        run("follow_live.py", out, arguments);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(printed(out)).containsAll(after(before)));
        assertThat(printed(out)).doesNotHaveDuplicates();
        assertThat(Files.readString(folder.resolve("follow_live.py.errors"))).isEmpty();
    }

    @Test
    void followsOnKafka_andGoesOnWhereItWas() throws Exception {
        assumeTrue(
                python("import confluent_kafka"),
                "skipped: python3 or its confluent-kafka is not installed (pip install confluent-kafka)");
        var out = folder.resolve("kafka.txt");
        run("follow_kafka.py", out, tocsin.run().broker(), "a-desk");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(printed(out)).containsAll(alerts()));
        started.getFirst().destroy();
        started.getFirst().waitFor();

        ring(new Articles("kafka", 8));
        run("follow_kafka.py", out, tocsin.run().broker(), "a-desk");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Set.copyOf(printed(out))).containsAll(alerts()));
        assertThat(printed(out).stream().collect(Collectors.toSet())).hasSameSizeAs(printed(out));
    }
}
