package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** The H2 backend of mongo-java-server, with all that is of size kept as BSON. */
public final class BsonBackend extends H2Backend {
    /**
     * Per cent of the file that is in use, below which it is written anew in the background. Each change to an article
     * leaves a page of several behind, so that at H2's own 90 the store does little else under load.
     */
    private static final int LEAST_IN_USE = 50;

    private BsonBackend(MVStore store) {
        super(store);
    }

    public static BsonBackend open(Path file) {
        return new BsonBackend(new MVStore.Builder()
                .fileName(file.toString())
                .autoCompactFillRate(LEAST_IN_USE)
                .open());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }
}
