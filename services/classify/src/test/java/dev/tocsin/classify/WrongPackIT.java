package dev.tocsin.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged service as a process, because what it must do is end. */
class WrongPackIT {
    @Test
    void endsWithOneClearLine_whenAPackIsWrong(@TempDir Path packs) throws Exception {
        Files.copy(Path.of("src/test/resources/packs/wrong/unknown-key.yaml"), packs.resolve("unknown-key.yaml"));

        assertThat(lastWords(packs))
                .containsExactly("tocsin-classify cannot start: " + packs.resolve("unknown-key.yaml")
                        + " line 5: 'treshold' is no key of a pack: use one of description, examples, id, mediaTopics,"
                        + " name, note, requires, signals, threshold, titleBoost, version");
    }

    @Test
    void endsWithOneClearLine_whenThereAreNoPacks(@TempDir Path folder) throws Exception {
        assertThat(lastWords(folder.resolve("none")))
                .containsExactly("tocsin-classify cannot start: " + folder.resolve("none")
                        + ": no such folder of topic packs: set TOCSIN_CLASSIFY_PACKS to the folder that holds them");
    }

    private static List<String> lastWords(Path packs) throws Exception {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command = List.of(
                java,
                "-Xmx96m",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarkus.http.port=0",
                "-jar",
                "target/quarkus-app/quarkus-run.jar");
        var output = Files.createTempFile("classify", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("TOCSIN_CLASSIFY_PACKS", packs.toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return Files.readAllLines(output);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
