package dev.tocsin.local;

import de.bwaldvogel.mongo.MongoServer;
import dev.tocsin.local.bson.BsonBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A store that speaks MongoDB's wire protocol, on loopback only, kept as BSON in one H2 file. */
public final class LocalStore implements AutoCloseable {
    private final MongoServer server;
    private final int port;

    private LocalStore(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static LocalStore start(Path folder, int port) {
        return start(folder, port, why -> {});
    }

    /** @param gaveUp told why, when it cannot write any more, as on a full disk; what it has is kept for the next start */
    static LocalStore start(Path folder, int port, Consumer<Throwable> gaveUp) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var server = new MongoServer(BsonBackend.open(folder.resolve("store.mv"), gaveUp));
        server.bind("localhost", port);
        return new LocalStore(server, port);
    }

    public String connectionString() {
        return "mongodb://localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
