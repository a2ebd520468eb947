package dev.tocsin.archive;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a few records, one a document, by id: small enough to be read whole.
 *
 * @param <T> what is kept
 */
final class KeptDocuments<T> {
    /** Beyond it somebody keeps what this was not made for. */
    private static final int MOST = 100_000;

    private final VersionedCollection documents;
    private final Class<T> type;

    KeptDocuments(MongoDatabase database, String name, Class<T> type) {
        documents = new VersionedCollection(database, name);
        this.type = type;
    }

    Optional<T> find(String id) {
        return documents.find(id).map(this::read);
    }

    List<T> all() {
        return documents.documents().find().limit(MOST).map(this::read).into(new ArrayList<>());
    }

    /**
     * Changes one.
     *
     * @param change what it becomes, of what it is or null; the same one, or null, to leave it
     * @return what it is now; null for nothing
     */
    @Nullable
    T change(String id, UnaryOperator<@Nullable T> change) {
        var now = new AtomicReference<@Nullable T>();
        documents.change(Set.of(id), include(Fields.VERSION, Fields.MESSAGE), (key, stored) -> {
            var before = stored == null ? null : read(stored);
            var after = change.apply(before);
            now.set(after);
            if (after == null || after.equals(before)) {
                return null;
            }
            long version = stored == null ? 0 : Documents.version(stored);
            return Documents.encode(Documents.versioned(key, version + 1).append(Fields.MESSAGE, StoredJson.of(after)));
        });
        return now.get();
    }

    boolean delete(String id) {
        return documents
                        .documents()
                        .deleteOne(new BsonDocument(Fields.ID, new BsonString(id)))
                        .getDeletedCount()
                > 0;
    }

    private T read(BsonDocument document) {
        return StoredJson.read(document, type);
    }
}
