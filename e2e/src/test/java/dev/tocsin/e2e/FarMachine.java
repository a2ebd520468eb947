package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.local.RunFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A second replica of each service that may have one, in a network namespace of its own: what it has of the network is a
 * {@link Link} to broker and store. A replica that ends is started again, as a container would be.
 */
final class FarMachine implements AutoCloseable {
    static final List<String> SERVICES = List.of("ingest", "language", "classify", "alerts", "archive");
    /** Those whose members share the work of a channel. */
    private static final List<String> GROUPS = List.of(
            "tocsin-language",
            "tocsin-classify",
            "tocsin-alerts-streams-sorter",
            "tocsin-alerts-streams",
            "tocsin-archive");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path folder;
    private final RunFile run;
    private final Link link;
    private final Process namespace;
    private final Map<String, Process> replicas = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private FarMachine(Path folder, RunFile run, Link link, Process namespace) {
        this.folder = folder;
        this.run = run;
        this.link = link;
        this.namespace = namespace;
    }

    /** Whether this system lets us make namespaces; without, there is one replica of each service. */
    static boolean isPossible() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-rn", "ip", "link", "set", "lo", "up")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Returns when the second replicas share the channels with the first ones. */
    static FarMachine startBeside(RunFile run) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", run.broker()))) {
            var alone = members(admin);
            var far = start(run);
            await("two replicas of each service")
                    .atMost(PATIENCE)
                    .pollInterval(PAUSE)
                    .until(() -> {
                        var now = members(admin);
                        return GROUPS.stream().allMatch(group -> now.get(group) > alone.get(group));
                    });
            return far;
        }
    }

    static FarMachine start(RunFile run) throws IOException {
        var folder = Files.createTempDirectory("tocsin-far");
        var ports = List.of(port(run.broker()), port(run.store()));
        var link = Link.open(folder, ports);
        var command = new ArrayList<>(List.of("unshare", "-rn", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
        command.addAll(List.of(java(), "-Xmx64m", "-XX:+UseSerialGC", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), FarEnd.class.getName(), folder.toString()));
        ports.forEach(port -> command.add(port.toString()));
        var far =
                new FarMachine(folder, run, link, started(new ProcessBuilder(command), folder.resolve("far-end.log")));
        SERVICES.forEach(far::begin);
        return far;
    }

    private static Map<String, Integer> members(Admin admin) throws Exception {
        var counts = new HashMap<String, Integer>();
        admin.describeConsumerGroups(GROUPS)
                .all()
                .get()
                .forEach((group, described) ->
                        counts.put(group, described.members().size()));
        return counts;
    }

    /** Ends a replica with SIGTERM, as an upgrade does, and so has it started again. */
    void roll(String service) {
        replicas.get(service).destroy();
    }

    /** Nothing comes through for so long. */
    void cut(int seconds) throws Exception {
        link.cut();
        CompletableFuture.runAsync(link::mend, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
                .get();
    }

    /** All of it is gone at once, and not as a service would end. */
    @Override
    public void close() throws IOException {
        closed = true;
        replicas.values().forEach(replica -> replica.destroyForcibly().onExit().join());
        namespace.destroyForcibly().onExit().join();
        link.close();
        System.out.println("the second replicas' logs are in " + folder);
    }

    private void begin(String service) {
        if (closed) {
            return;
        }
        try {
            var replica = started(process(service), folder.resolve(service + ".log"));
            replicas.put(service, replica);
            replica.onExit()
                    .thenRunAsync(
                            () -> begin(service),
                            CompletableFuture.delayedExecutor(PAUSE.toSeconds(), TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new IllegalStateException("no second " + service, e);
        }
    }

    private ProcessBuilder process(String service) {
        var root = RunningTocsin.root();
        var process = new ProcessBuilder(
                "nsenter",
                "--preserve-credentials",
                "-U",
                "-n",
                "-t",
                Long.toString(namespace.pid()),
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
                        .toString());
        process.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", run.broker(),
                        "QUARKUS_MONGODB_CONNECTION_STRING", run.store(),
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "TOCSIN_CLASSIFY_PACKS", root.resolve("topicpacks").toString(),
                        "TOCSIN_CLASSIFY_ACTORS", root.resolve("actors").toString(),
                        "TOCSIN_CLASSIFY_CONCEPTS", root.resolve("concepts").toString(),
                        "TOCSIN_ALERTS_POLICY",
                                root.resolve("deploy/alert-policy.yaml").toString(),
                        "TOCSIN_ALERTS_STATE_DIR",
                                folder.resolve("alerts-state").toString(),
                        "TOCSIN_ALERTS_INSTANCE", "far",
                        "TOCSIN_ARCHIVE_INDEX_DIR",
                                folder.resolve("archive-index").toString()));
        process.environment().put("MALLOC_ARENA_MAX", "2");
        return process;
    }

    private static Process started(ProcessBuilder process, Path log) throws IOException {
        return process.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Of {@code localhost:9092} or {@code mongodb://localhost:27017}. */
    private static int port(String address) {
        return URI.create(address.contains("://") ? address : "kafka://" + address)
                .getPort();
    }
}
