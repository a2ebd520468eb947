package dev.tocsin.archive;

import dev.tocsin.local.FreePorts;
import dev.tocsin.local.LocalStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the store that comes with one machine. */
class EmbeddedStoreIT extends StoreContract {
    @TempDir
    static Path folder;

    private static LocalStore embedded;

    @BeforeAll
    static void start() {
        embedded = LocalStore.start(folder, FreePorts.find(1)[0]);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Override
    String connectionString() {
        return embedded.connectionString();
    }
}
