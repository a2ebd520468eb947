package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** The H2 backend of mongo-java-server, with all that is of size kept as BSON. */
public final class BsonBackend extends H2Backend {
    private BsonBackend(MVStore store) {
        super(store);
    }

    public static BsonBackend open(Path file) {
        return new BsonBackend(MVStore.open(file.toString()));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }
}
