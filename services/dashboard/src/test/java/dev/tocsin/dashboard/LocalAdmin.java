package dev.tocsin.dashboard;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The key of a local admin, as the launcher makes it; for all tests of the module. */
public final class LocalAdmin implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "tocsin_local_" + "0123456789abcdef".repeat(4);
    static final String CODE = "abcde-12345-abcde-12345";

    static final String SERVICE_KEY = "a key that services share";

    private Path file = Path.of("");

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("admin", ".key");
            Files.writeString(file, KEY + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "tocsin.dashboard.local-key-file", file.toString(),
                "tocsin.dashboard.local-code", CODE,
                "tocsin.service-key", SERVICE_KEY);
    }

    @Override
    public void stop() {
        file.toFile().delete();
    }
}
