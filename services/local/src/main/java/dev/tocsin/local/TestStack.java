package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/**
 * The fixture of {@code @QuarkusTest}s: {@code @QuarkusTestResource(TestStack.class)} gives a service a real broker with
 * all channels and a real store, on free ports, in a folder that goes when the tests end.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
    private static final int PARTITIONS = 2;

    private Path folder = Path.of("");
    private AutoCloseable broker = () -> {};
    private AutoCloseable store = () -> {};

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("tocsin-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] ports = FreePorts.find(3);
        var kafka = LocalBroker.start(folder.resolve("broker"), ports[0], ports[1]);
        broker = kafka;
        var mongo = LocalStore.start(folder.resolve("store"), ports[2]);
        store = mongo;
        LocalChannels.create(kafka.bootstrapServers(), Channel.DEFAULT_PREFIX, PARTITIONS, (short) 1);
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.kafka-streams.bootstrap-servers", kafka.bootstrapServers(),
                "quarkus.mongodb.connection-string", mongo.connectionString(),
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        try {
            broker.close();
            store.close();
            try (var paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the test stack", e);
        }
    }
}
