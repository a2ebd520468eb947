package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.local.RunFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A second replica of each service, in a network namespace of its own: what it has of the network is a {@link Link} to broker,
 * store, the first replicas and a receiver of webhooks, and what reaches it is what asks its dashboard. A replica that ends is
 * started again, as a container would be.
 */
final class FarMachine implements AutoCloseable {
    /** Those whose members share the work of a channel. */
    private static final List<String> GROUPS = List.of(
            "tocsin-language",
            "tocsin-classify",
            "tocsin-alerts-streams-sorter",
            "tocsin-alerts-streams",
            "tocsin-archive",
            "tocsin-notify");

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Where its dashboard listens, as the service itself has it. */
    private static final int DASHBOARD = 8080;

    private static final String SERVICE_KEY = "TOCSIN_SERVICE_KEY=";

    private final Path folder;
    private final RunFile run;
    private final Map<String, String> environment;
    private final Link link;
    private final Process namespace;
    private final Map<String, Process> replicas = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private FarMachine(Path folder, RunFile run, Map<String, String> environment, Link link, Process namespace) {
        this.folder = folder;
        this.run = run;
        this.environment = environment;
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
    static FarMachine startBeside(RunFile run, Map<String, String> environment, int receiver) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", run.broker()))) {
            var alone = members(admin);
            var far = start(run, environment, receiver);
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

    /**
     * @param environment of all its services
     * @param receiver the port of a receiver of webhooks
     */
    static FarMachine start(RunFile run, Map<String, String> environment, int receiver) throws IOException {
        var folder = Files.createTempDirectory("tocsin-far");
        var ports = new ArrayList<>(List.of(port(run.broker()), port(run.store()), receiver));
        run.services().forEach(service -> ports.add(service.port()));
        var link = Link.open(folder, DASHBOARD, ports);
        var command = new ArrayList<>(List.of("unshare", "-rn", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
        command.addAll(
                List.of(Replica.java(), "-Xmx64m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FarEnd.class.getName(), folder.toString(), Integer.toString(DASHBOARD)));
        ports.forEach(port -> command.add(port.toString()));
        var namespace = Replica.started(new ProcessBuilder(command), folder.resolve("far-end.log"));
        var far = new FarMachine(folder, run, environment, link, namespace);
        run.services().forEach(service -> far.begin(service.name()));
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

    /** The second dashboard, as it can be reached from here. */
    String dashboard() {
        return "http://localhost:" + link.back();
    }

    ProcessHandle process(String service) {
        return replicas.get(service).toHandle();
    }

    /** Ends a replica with SIGTERM, as an upgrade does, and so has it started again. */
    void roll(String service) {
        replicas.get(service).destroy();
    }

    /** Ends a replica with SIGKILL; it is started again. */
    void kill(String service) {
        replicas.get(service).destroyForcibly();
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
            var enter = List.of("nsenter", "--preserve-credentials", "-U", "-n", "-t", Long.toString(namespace.pid()));
            var replica = new Replica(RunningTocsin.root(), service, "far").start(folder, enter, settings());
            replicas.put(service, replica);
            replica.onExit()
                    .thenRunAsync(
                            () -> begin(service),
                            CompletableFuture.delayedExecutor(PAUSE.toSeconds(), TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new IllegalStateException("no second " + service, e);
        }
    }

    private Map<String, String> settings() throws IOException {
        var settings = new HashMap<>(environment);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", run.broker());
        settings.put("QUARKUS_MONGODB_CONNECTION_STRING", run.store());
        settings.put("TOCSIN_SERVICE_KEY", serviceKey());
        // a dashboard asks first replicas, as it would whatever stands before two of them
        run.services()
                .forEach(neighbour -> settings.put(
                        "TOCSIN_DASHBOARD_" + neighbour.name().toUpperCase(Locale.ROOT) + "_URL",
                        "http://localhost:" + neighbour.port()));
        return settings;
    }

    /** The launcher makes one with each start, and tells its services alone. */
    private String serviceKey() throws IOException {
        var environ = Path.of("/proc", Long.toString(run.services().getLast().pid()), "environ");
        return Arrays.stream(Files.readString(environ).split("\0"))
                .filter(entry -> entry.startsWith(SERVICE_KEY))
                .findFirst()
                .orElseThrow()
                .substring(SERVICE_KEY.length());
    }

    /** Of {@code localhost:9092} or {@code mongodb://localhost:27017}. */
    private static int port(String address) {
        return URI.create(address.contains("://") ? address : "kafka://" + address)
                .getPort();
    }
}
