package dev.tocsin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A script as it stands in the documentation, run by somebody else's program.
 *
 * @param interpreter what runs it
 * @param file where it was written down, alone in a folder that is also the one it runs in
 */
record Script(String interpreter, Path file) {
    private static final Pattern SHOWN =
            Pattern.compile("```(?:python|sh)\\n# (\\w+\\.(?:py|sh)).*?\\n(.*?)```", Pattern.DOTALL);

    /** The longest that one which ends by itself may take. */
    private static final long PATIENCE_SECONDS = 60;

    /** What came of a script that ended. */
    record Ended(int status, String output, String errors) {}

    /**
     * The script that a page of {@code docs} shows under this name.
     *
     * @param client what it needs; where that is not installed the test is skipped
     */
    static Script of(String page, String name, Client client, Path folder) throws IOException, InterruptedException {
        var interpreter = client.interpreter();
        var code = SHOWN.matcher(
                        Files.readString(RunningTocsin.root().resolve("docs").resolve(page)))
                .results()
                .filter(shown -> shown.group(1).equals(name))
                .map(shown -> shown.group(2))
                .findFirst()
                .orElseThrow();
        var own = Files.createTempDirectory(folder, name);
        return new Script(interpreter, Files.writeString(own.resolve(name), code));
    }

    /** A file beside it. */
    Path beside(String name) {
        return file.resolveSibling(name);
    }

    /** What it said of its troubles. */
    String errors() throws IOException {
        return Files.readString(beside("errors"));
    }

    /** Begins it; what it prints is added to a file. */
    Process start(Path output, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(interpreter, file.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(file.getParent().toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(beside("errors").toFile()))
                .start();
    }

    /** Runs one that ends by itself. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        var output = beside("output");
        Files.deleteIfExists(output);
        Files.deleteIfExists(beside("errors"));
        var process = start(output, arguments);
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", file.getFileName())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readString(output), errors());
    }
}
