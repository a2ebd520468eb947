package dev.tocsin.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One process of a service as a container runs it, with all that it knows in its environment.
 *
 * @param root of the version that it is of, with its jars built
 * @param name within all replicas of the service; what it keeps on its disk lies in a folder of that name
 */
record Replica(Path root, String service, String name) {
    /**
     * Starts it.
     *
     * @param enter a command that runs it where it belongs; empty for here
     * @param settings beside {@link #settings}
     */
    Process start(Path folder, List<String> enter, Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(enter);
        command.addAll(List.of(
                java(),
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                root.resolve("services/" + service + "/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        var process = new ProcessBuilder(command);
        process.environment().putAll(settings);
        process.environment().putAll(settings(folder));
        return started(process, folder.resolve(service + "-" + name + ".log"));
    }

    private Map<String, String> settings(Path folder) {
        var settings = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "TOCSIN_CLASSIFY_PACKS", root.resolve("topicpacks").toString(),
                "TOCSIN_CLASSIFY_ACTORS", root.resolve("actors").toString(),
                "TOCSIN_CLASSIFY_CONCEPTS", root.resolve("concepts").toString(),
                "TOCSIN_ALERTS_POLICY", root.resolve("deploy/alert-policy.yaml").toString()));
        settings.putAll(Map.of(
                "TOCSIN_ALERTS_STATE_DIR",
                folder.resolve(name + "/alerts-state").toString(),
                "TOCSIN_ALERTS_INSTANCE",
                name,
                "TOCSIN_ARCHIVE_INDEX_DIR",
                folder.resolve(name + "/archive-index").toString(),
                "MALLOC_ARENA_MAX",
                "2"));
        return settings;
    }

    /** Starts any process, whose words go to the end of a file. */
    static Process started(ProcessBuilder process, Path log) throws IOException {
        return process.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
