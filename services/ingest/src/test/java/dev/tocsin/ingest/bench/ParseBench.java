package dev.tocsin.ingest.bench;

import dev.tocsin.contracts.Json;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./tocsin bench feeds [DIR]}: feeds parsed in a second, by this parser and by Python's feedparser on the same
 * files in the same run, one thread each. The files are feeds of fifty whole items, made here, and those below DIR.
 * Ours is measured cold, once through, and warm, after ten seconds.
 */
final class ParseBench {
    private static final double WARM_UP_SECONDS = 10;
    private static final double SECONDS = 10;

    /** What was parsed last: a result that nobody keeps might not be made at all. */
    private static volatile @Nullable ParsedFeed kept;

    private ParseBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var made = Files.createTempDirectory("tocsin-bench-feeds");
        try {
            BenchFeeds.write(made);
            measure(made, arguments);
        } finally {
            delete(made);
        }
    }

    private static void measure(Path made, String[] arguments) throws IOException, InterruptedException {
        var folders = new LinkedHashMap<String, Path>();
        folders.put("feeds of 50 whole items", made);
        if (arguments.length > 0) {
            folders.put("files of " + arguments[0], Path.of(arguments[0]).toAbsolutePath());
        }
        var theirs = feedparser(List.copyOf(folders.values()));
        var report = new LinkedHashMap<String, Object>();
        report.put("jdk", Runtime.version().toString());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("feedparser", theirs.map(Theirs::version).orElse("not installed"));
        int at = 0;
        for (var folder : folders.entrySet()) {
            report.put(folder.getKey(), row(folder.getKey(), bodies(folder.getValue()), theirs, at++));
        }
        if (theirs.isEmpty()) {
            System.out.println("feedparser is missing, so there is nothing to compare with: sudo apt-get install"
                    + " python3-feedparser");
        }
        var out = Path.of("target", "bench-feeds.json");
        Files.createDirectories(out.getParent());
        Files.write(out, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
        System.out.println("written to " + out);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Map<String, Object> row(String name, List<byte[]> bodies, Optional<Theirs> theirs, int at) {
        double cold = perSecond(bodies, 0);
        perSecond(bodies, WARM_UP_SECONDS);
        double warm = perSecond(bodies, SECONDS);
        var row = new LinkedHashMap<String, Object>();
        row.put("files", bodies.size());
        row.put("averageBytes", (long)
                bodies.stream().mapToInt(b -> b.length).average().orElse(0));
        row.put("coldPerSecond", cold);
        row.put("warmPerSecond", warm);
        System.out.printf(Locale.ROOT, "%s (%d files)%n", name, bodies.size());
        System.out.printf(Locale.ROOT, "  ours, first pass  %,10.0f /s%n  ours, warm        %,10.0f /s%n", cold, warm);
        theirs.map(t -> t.perSecond().get(at)).ifPresent(other -> {
            row.put("feedparserPerSecond", other);
            row.put("timesAsFast", warm / other);
            System.out.printf(Locale.ROOT, "  feedparser        %,10.1f /s%n", other);
            System.out.printf(
                    Locale.ROOT, "  times as fast     %,10.1f (first pass %.1f)%n", warm / other, cold / other);
        });
        return row;
    }

    private static List<byte[]> bodies(Path folder) throws IOException {
        var bodies = new ArrayList<byte[]>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                bodies.add(Files.readAllBytes(file));
            }
        }
        if (bodies.isEmpty()) {
            throw new IllegalArgumentException("no files below " + folder);
        }
        return bodies;
    }

    /** Whole passes until the time is over, at least one. */
    private static double perSecond(List<byte[]> bodies, double seconds) {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long parsed = 0;
        do {
            for (var body : bodies) {
                kept = FeedParser.parse(body, null);
                parsed++;
            }
        } while (System.nanoTime() < end);
        return parsed * 1e9 / (System.nanoTime() - start);
    }

    private record Theirs(String version, List<Double> perSecond) {}

    /** Empty where Python or feedparser is missing. */
    private static Optional<Theirs> feedparser(List<Path> folders) throws IOException, InterruptedException {
        var script = Files.createTempFile("feedparser-bench", ".py");
        try (var in = ParseBench.class.getResourceAsStream("/bench/feedparser_bench.py")) {
            Files.write(script, in.readAllBytes());
        }
        script.toFile().deleteOnExit();
        // Debian's python3, which has Debian's feedparser; another may come first in PATH
        for (var python : List.of("/usr/bin/python3", "python3")) {
            var command = new ArrayList<>(List.of(python, script.toString(), String.valueOf(SECONDS)));
            folders.forEach(folder -> command.add(folder.toString()));
            var found = run(command);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Theirs> run(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = process.getInputStream().readAllBytes();
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            var json = Json.mapper().readTree(answer);
            var perSecond = new ArrayList<Double>();
            json.path("folders")
                    .forEach(f -> perSecond.add(
                            f.path("files").asDouble() / f.path("seconds").asDouble()));
            return Optional.of(new Theirs(json.path("version").asText(), perSecond));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
