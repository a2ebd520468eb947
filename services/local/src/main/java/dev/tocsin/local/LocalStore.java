package dev.tocsin.local;

import de.bwaldvogel.mongo.MongoServer;
import dev.tocsin.local.bson.BsonBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store that speaks MongoDB's wire protocol, on loopback only, kept as BSON in one H2 file. */
public final class LocalStore implements AutoCloseable {
    private final MongoServer server;
    private final int port;

    private LocalStore(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static LocalStore start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var server = new MongoServer(BsonBackend.open(folder.resolve("store.mv")));
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
