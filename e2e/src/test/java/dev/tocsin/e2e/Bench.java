package dev.tocsin.e2e;

import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./tocsin bench}: the raw broker, the whole way, the latency and the memory, measured in one run on one stack,
 * so that their ratios hold where the machine does not; beside them what {@code bench understanding} has just found.
 * {@code bench polls} and {@code bench replicas} measure ingest alone; {@code bench kills} counts what is lost or told
 * twice when processes are killed, {@code bench outage} when the store alone is away.
 */
final class Bench {
    private static final int WARM = 20_000;
    private static final int LOAD = 12_000;
    private static final int KILLS = 100;
    /** Minutes for which the store is away. */
    private static final int OUTAGE = 5;
    /** Articles a second, of the steady load under which latency is measured. */
    private static final int RATE = 500;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "all" : arguments[0]) {
            case "all" -> wholeWay();
            case "latency" -> alone("latency", latency(number(arguments, 1, RATE)));
            case "polls" -> alone("polls", PollBench.run());
            case "replicas" -> alone("replicas", ReplicaBench.run());
            case "kills" -> alone("kills", KillBench.run(number(arguments, 1, KILLS), number(arguments, 2, 1)));
            case "outage" ->
                alone(
                        "outage",
                        OutageBench.run(
                                number(arguments, 1, OUTAGE), List.of(arguments).contains("hanging")));
            default -> {
                System.err.println(
                        "bench: unknown '" + arguments[0]
                                + "'; there are feeds, understanding, latency, polls, replicas, kills and outage, or none for all");
                System.exit(1);
            }
        }
    }

    private static int number(String[] arguments, int at, int usual) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
    }

    /** The report of one bench, told and written down. */
    static void alone(String name, Map<String, Object> report) throws IOException {
        print(report);
        write(RunningTocsin.root().resolve("target/bench-" + name + ".json"), report);
    }

    /** The whole way and its latency without the raw broker and what else {@code all} measures. */
    private static Map<String, Object> latency(int rate) throws Exception {
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        try (var tocsin = stack()) {
            Throughput.push(tocsin.api(), new Articles("warm", 1), WARM);
            Backlog.awaitNone(tocsin.run().broker());
            var before = Cpu.of(tocsin.run());
            report.put("wholeWay", Throughput.push(tocsin.api(), new Articles("load", 2), LOAD));
            Backlog.awaitNone(tocsin.run().broker());
            report.put("cpuMillisecondsAnArticle", Cpu.of(tocsin.run()).millisecondsEachSince(before, LOAD));
            report.put("pushToAlertUnderLoad", Latency.measure(tocsin, new Articles("heavy", 4), rate, 25));
            report.put("pace", tocsin.api().get("/api/status").path("pace"));
            report.put("memoryUnderLoad", Memory.of(tocsin.run()));
        }
        return report;
    }

    private static RunningTocsin stack() throws Exception {
        return RunningTocsin.start(
                Files.createTempDirectory("tocsin-bench").resolve("data"),
                RunningTocsin.root()
                        .resolve("e2e/src/test/resources/empty-feed.xml")
                        .toString());
    }

    private static void wholeWay() throws Exception {
        var root = RunningTocsin.root();
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("jdk", Runtime.version().toString());
        System.out.println("starting the stack on free ports");
        try (var tocsin = stack()) {
            report.put("upToReadySeconds", tocsin.untilReady().toMillis() / 1000.0);
            report.put("memoryAtRest", Memory.of(tocsin.run()));
            System.out.println("warming up");
            Throughput.push(tocsin.api(), new Articles("warm", 1), WARM);
            Backlog.awaitNone(tocsin.run().broker());
            System.out.println("the raw broker");
            var raw = RawBroker.measure(tocsin.run().broker());
            report.put("rawBroker", raw);
            System.out.println("the whole way");
            var before = Cpu.of(tocsin.run());
            var whole = Throughput.push(tocsin.api(), new Articles("load", 2), LOAD);
            report.put("oneArticleOfATopicIn", Throughput.ONE_IN);
            report.put("wholeWay", whole);
            report.put(
                    "untilAlertsCaughtUpSeconds", Backlog.awaitNone(tocsin.run().broker()));
            report.put("cpuMillisecondsAnArticle", Cpu.of(tocsin.run()).millisecondsEachSince(before, LOAD));
            report.put("wholeWayToRawProduce", whole.articlesPerSecond() / raw.producedPerSecond());
            System.out.println("latency at 100 articles/s, one a push");
            report.put("pushToAlert", Latency.measure(tocsin, new Articles("steady", 3), 100, 1));
            System.out.println("latency at 500 articles/s, 25 a push");
            report.put("pushToAlertUnderLoad", Latency.measure(tocsin, new Articles("heavy", 4), RATE, 25));
            report.put("memoryUnderLoad", Memory.of(tocsin.run()));
        }
        var understanding = root.resolve("target/bench-understanding.json");
        if (Files.exists(understanding)) {
            report.put("understanding", Json.mapper().readTree(Files.readAllBytes(understanding)));
        }
        print(report);
        write(root.resolve("target/bench.json"), report);
    }

    private static void write(Path file, Map<String, Object> report) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        System.out.println("\nwritten to " + file);
    }

    /** Two columns: what, and how much. Nested figures are indented below their name. */
    private static void print(Map<String, Object> report) {
        System.out.println();
        print("", Json.mapper().valueToTree(report));
    }

    private static void print(String indent, com.fasterxml.jackson.databind.JsonNode node) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                System.out.println(indent + entry.getKey());
                print(indent + "  ", entry.getValue());
            } else {
                var value = entry.getValue().isFloatingPointNumber()
                        ? String.format("%,.3f", entry.getValue().asDouble())
                        : entry.getValue().asText();
                System.out.printf("%-34s %s%n", indent + entry.getKey(), value);
            }
        });
    }
}
