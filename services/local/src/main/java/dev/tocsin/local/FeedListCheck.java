package dev.tocsin.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has ingest read the lists of feeds before anything starts, so that a mistake in one is the one line that people read.
 * What makes a list right is ingest's to say, and is said in one place.
 */
final class FeedListCheck {
    private static final int SECONDS = 60;

    private FeedListCheck() {}

    /** @throws LaunchException with ingest's reason, which names the file, the line and the key */
    static void require(Path root, List<Path> lists) {
        if (lists.isEmpty()) {
            return;
        }
        var said = said(command(root, lists));
        if (said != null) {
            throw new LaunchException(said);
        }
    }

    private static List<String> command(Path root, List<Path> lists) {
        var app = Service.ALL.getFirst().jar(root).resolveSibling("app");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                app + "/*" + File.pathSeparator + app.resolveSibling("lib/main") + "/*",
                "dev.tocsin.ingest.ListCheck"));
        lists.forEach(list -> command.add(list.toString()));
        return command;
    }

    /** The last line of a check that failed; null where all is well. */
    private static @Nullable String said(List<String> command) {
        try {
            var check = new ProcessBuilder(command).redirectErrorStream(true).start();
            String last = "the lists of feeds could not be checked";
            try (var lines = check.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    last = line;
                }
            }
            if (!check.waitFor(SECONDS, TimeUnit.SECONDS)) {
                check.destroyForcibly();
                return last;
            }
            return check.exitValue() == 0 ? null : last;
        } catch (IOException e) {
            return "the lists of feeds could not be checked: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
