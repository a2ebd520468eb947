package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Channel;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import dev.tocsin.local.LocalStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code Rolling ROOT ROOT...}: the services of the version below the first folder are replaced, one at a time and under load, by those
 * of the next, as a rolling upgrade does; each works beside its successor for a while. Then the sums, as after chaos.
 */
final class Rolling implements AutoCloseable {
    /** Whoever reads articles knows what is new in them before it is written, so ingest comes last. */
    private static final List<String> ORDER =
            List.of("dashboard", "notify", "archive", "alerts", "classify", "language", "ingest");

    private static final int RATE = 50;
    private static final int ONE_OF_A_TOPIC_IN = 10;
    private static final int PARTITIONS = 4;
    private static final String KEY = "tocsin_local_of_the_rolling_upgrade_alone";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BESIDE = Duration.ofSeconds(5);

    private final Path folder;
    private final Map<String, String> settings;
    private final LocalBroker broker;
    private final LocalStore store;
    /** Where each service is found, whichever of its replicas is there. */
    private final Map<String, ServerSocketChannel> doors = new HashMap<>();

    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final Map<String, Process> running = new ConcurrentHashMap<>();
    private final Map<String, Starting> starting = new ConcurrentHashMap<>();

    /** A replica that is not ready yet. */
    private record Starting(Process process, int port, Path version) {}

    private Rolling(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = new HashMap<>(settings);
        int[] free = FreePorts.find(3);
        broker = LocalBroker.start(folder.resolve("broker"), free[0], free[1]);
        store = LocalStore.start(folder.resolve("store"), free[2]);
        LocalChannels.create(broker.bootstrapServers(), Channel.DEFAULT_PREFIX, PARTITIONS, (short) 1);
        for (var service : ORDER) {
            var door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            doors.put(service, door);
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> Pipe.serve(door, () -> loopback(ports.get(service)), Pipe.Gate.OPEN));
            this.settings.put("TOCSIN_DASHBOARD_" + service.toUpperCase(Locale.ROOT) + "_URL", address(service));
        }
        this.settings.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "QUARKUS_MONGODB_CONNECTION_STRING", store.connectionString(),
                "TOCSIN_SERVICE_KEY", "a-key-of-the-rolling-upgrade-that-all-of-them-share",
                "TOCSIN_ARCHIVE_CLASSIFY_URL", address("classify"),
                "TOCSIN_DASHBOARD_LOCAL_KEY_FILE",
                        Files.writeString(folder.resolve("key"), KEY).toString(),
                "TOCSIN_INGEST_FEEDS",
                        RunningTocsin.root()
                                .resolve("e2e/src/test/resources/empty-feed.xml")
                                .toString()));
    }

    public static void main(String[] arguments) throws Exception {
        var versions =
                Stream.of(arguments).map(Path::of).map(Path::toAbsolutePath).toList();
        var folder = Files.createTempDirectory("tocsin-rolling");
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        report.put("articlesASecond", RATE);
        try (var deliveries = Deliveries.listen();
                var rolling = new Rolling(folder, deliveries.routed(folder))) {
            for (var service : ORDER) {
                rolling.launch(versions.getFirst(), service, 0);
            }
            for (var service : ORDER) {
                rolling.find(service);
            }
            try (var reader = Follower.begin(() -> List.of(rolling.address("dashboard")), KEY);
                    var load = SteadyLoad.begin(rolling::api, new Articles("rolling", 1), RATE, ONE_OF_A_TOPIC_IN)) {
                load.awaitMore(BESIDE);
                for (int i = 1; i < versions.size(); i++) {
                    for (var service : ORDER) {
                        rolling.replace(versions.get(i), service, i, load);
                    }
                }
                load.finish();
                report.put("pushesRepeated", load.repeats());
                Reckoning.judge(
                        rolling.api(), rolling.broker.bootstrapServers(), load.accepted(), deliveries, reader, report);
            }
        }
        Bench.alone("rolling", report);
        Reckoning.requireNothingLost(report);
    }

    private Api api() {
        return new Api(address("dashboard"), KEY);
    }

    private String address(String service) {
        return "http://localhost:" + doors.get(service).socket().getLocalPort();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Starts a replica beside the one that there may be. */
    private void launch(Path version, String service, int number) throws IOException {
        int port = FreePorts.find(1)[0];
        var own = new HashMap<>(settings);
        own.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        var process = new Replica(version, service, service + number).start(folder, List.of(), own);
        starting.put(service, new Starting(process, port, version));
    }

    /** Waits until a replica that was started is ready; from then on it is the one that is found. The one before, if any. */
    private @Nullable Process find(String service) {
        var next = starting.remove(service);
        await(service + " of " + next.version())
                .atMost(PATIENCE)
                .until(() -> isReady(next.port()) || !next.process().isAlive());
        if (!next.process().isAlive()) {
            throw new IllegalStateException(service + " of " + next.version() + " ended: see its log in " + folder);
        }
        System.out.println(Instant.now() + " " + service + " of " + next.version() + " is ready");
        ports.put(service, next.port());
        return running.put(service, next.process());
    }

    private static boolean isReady(int port) throws InterruptedException {
        try {
            return new Api("http://localhost:" + port, KEY)
                            .tryGet("/q/health/ready")
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Old and new side by side for a while, then the old one is asked to end. */
    private void replace(Path version, String service, int number, SteadyLoad load)
            throws IOException, InterruptedException {
        launch(version, service, number);
        var old = Objects.requireNonNull(find(service));
        load.awaitMore(BESIDE);
        old.destroy();
        if (!old.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(service + " does not stop");
        }
        load.awaitMore(BESIDE);
    }

    @Override
    public void close() throws IOException {
        starting.values()
                .forEach(next -> next.process().destroyForcibly().onExit().join());
        running.values().forEach(process -> process.destroyForcibly().onExit().join());
        for (var door : doors.values()) {
            door.close();
        }
        broker.close();
        store.close();
    }
}
