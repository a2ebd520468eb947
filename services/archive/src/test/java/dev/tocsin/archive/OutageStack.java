package dev.tocsin.archive;

import dev.tocsin.contracts.Channel;
import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalBroker;
import dev.tocsin.local.LocalChannels;
import dev.tocsin.local.LocalStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker, and a store that is away until a test starts it. */
public final class OutageStack implements QuarkusTestResourceLifecycleManager {
    private static Path folder = Path.of("");
    private static int storePort;
    private static @Nullable LocalStore store;

    private @Nullable LocalBroker broker;

    static void startStore() {
        store = LocalStore.start(folder.resolve("store"), storePort);
    }

    static void stopStore() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("tocsin-outage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] ports = FreePorts.find(3);
        storePort = ports[2];
        var started = LocalBroker.start(folder.resolve("broker"), ports[0], ports[1]);
        broker = started;
        LocalChannels.create(started.bootstrapServers(), Channel.DEFAULT_PREFIX, 1, (short) 1);
        return Map.of(
                "kafka.bootstrap.servers",
                started.bootstrapServers(),
                "quarkus.mongodb.connection-string",
                "mongodb://localhost:" + storePort,
                "quarkus.mongodb.server-selection-timeout",
                "500ms",
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        stopStore();
        if (broker != null) {
            broker.close();
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
