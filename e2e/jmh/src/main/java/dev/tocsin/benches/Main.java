package dev.tocsin.benches;

import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code ./tocsin bench understanding}: runs the benches on invented texts and, where they are there, on real ones; prints
 * a table and writes {@code target/bench-understanding.json}.
 */
final class Main {
    private Main() {}

    /**
     * One bench's result.
     *
     * @param textsPerSecond the score, on one thread
     * @param error half of its 99.9 % confidence interval; of few iterations, so wide
     */
    record Score(String bench, String texts, double textsPerSecond, double error) {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .include("dev\\.tocsin\\.benches\\." + (arguments.length == 0 ? "" : ".*" + arguments[0]))
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(1)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .param("texts", texts())
                .build();
        System.out.println("how fast texts are understood (JMH; some minutes)");
        var scores = scores(new Runner(options).run());
        scores.forEach(s -> System.out.printf(
                Locale.ROOT, "%-24s %-9s %,9.0f ± %,7.0f texts/s%n", s.bench, s.texts, s.textsPerSecond, s.error));
        write(scores);
    }

    private static String[] texts() {
        return Files.exists(Root.corpus()) ? new String[] {Texts.INVENTED, Texts.REAL} : new String[] {Texts.INVENTED};
    }

    private static List<Score> scores(Collection<RunResult> results) {
        return results.stream()
                .map(result -> {
                    var parameters = result.getParams();
                    var packs = parameters.getParam("packs");
                    var name = parameters.getBenchmark().replaceAll(".*\\.", "");
                    return new Score(
                            packs == null ? name : name + " " + packs,
                            parameters.getParam("texts"),
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError());
                })
                .sorted(Comparator.comparing(Score::texts).thenComparing(Score::bench))
                .toList();
    }

    /** By texts, then by bench. */
    private static void write(List<Score> scores) throws IOException {
        Map<String, Map<String, Score>> report = new LinkedHashMap<>();
        scores.forEach(score ->
                report.computeIfAbsent(score.texts, t -> new LinkedHashMap<>()).put(score.bench, score));
        Path file = Root.of("target/bench-understanding.json");
        Files.createDirectories(file.getParent());
        Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    }
}
