package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/** The H2 backend of mongo-java-server, with all that is of size kept as BSON. */
public final class BsonBackend extends H2Backend {
    /**
     * Per cent of the file that is in use, below which it is written anew in the background. Each change to an article
     * leaves a page of several behind, so that at H2's own 90 the store does little else under load.
     */
    private static final int LEAST_IN_USE = 50;

    /** Megabytes of pages: half of H2's own, as what is kept for seconds is copied by every young collection. */
    private static final int CACHE = 8;

    /** The library says 5.0 to people, 4.2 on the wire, and that drivers of today refuse. It is 4.4 here; what that added nobody asks for. */
    private static final MongoVersion VERSION = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return ServerVersion.MONGO_5_0.getVersionArray();
        }

        @Override
        public int getWireVersion() {
            return 9;
        }
    };

    private BsonBackend(MVStore store) {
        super(store);
        version(VERSION);
    }

    /** @param gaveUp told why, when it cannot write any more; it takes nothing from then on */
    public static BsonBackend open(Path file, Consumer<Throwable> gaveUp) {
        return new BsonBackend(new MVStore.Builder()
                .fileName(file.toString())
                .autoCompactFillRate(LEAST_IN_USE)
                .cacheSize(CACHE)
                .backgroundExceptionHandler((thread, why) -> gaveUp.accept(why))
                .open());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }
}
