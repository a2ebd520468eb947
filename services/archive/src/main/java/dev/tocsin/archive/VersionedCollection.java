package dev.tocsin.archive;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents change by compare-and-set on their {@code version}, in batches: read what is there, decide,
 * write where it is still there, and look again where somebody was faster. Needs neither transactions nor update
 * pipelines, which the embedded store has not.
 */
final class VersionedCollection {
    /** Decides what a document becomes. Called again when somebody else wrote it meanwhile. */
    interface Change {
        /** The document with a new version; null to leave the stored one as it is. */
        @Nullable
        RawBsonDocument of(String id, @Nullable BsonDocument stored);
    }

    private static final int MOST_ROUNDS = 10;

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<RawBsonDocument> encoded;

    VersionedCollection(MongoDatabase database, String name) {
        documents = database.getCollection(name, BsonDocument.class);
        encoded = database.getCollection(name, RawBsonDocument.class);
    }

    /** For reading. */
    MongoCollection<BsonDocument> documents() {
        return documents;
    }

    /** Makes the indexes of the lists where they are missing. */
    void index(Bson... keys) {
        for (var key : keys) {
            documents.createIndex(key);
        }
    }

    Optional<BsonDocument> find(String id) {
        return Optional.ofNullable(documents.find(eq(Fields.ID, id)).first());
    }

    /**
     * Changes documents.
     *
     * @param needed the fields of stored documents that the change looks at; {@code version} must be among them
     */
    void change(Collection<String> ids, Bson needed, Change change) {
        var open = ids;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var writes = new ArrayList<WriteModel<RawBsonDocument>>();
            var writing = new LinkedHashSet<String>();
            var stored = stored(open, needed);
            for (var id : open) {
                var current = stored.get(id);
                var next = change.of(id, current);
                if (next != null) {
                    writes.add(write(id, current, next));
                    writing.add(id);
                }
            }
            if (writes.isEmpty() || BulkWrites.write(encoded, writes) == writes.size()) {
                return;
            }
            open = writing;
        }
        throw new MongoException(
                "documents of " + documents.getNamespace() + " change faster than they can be written");
    }

    private Map<String, BsonDocument> stored(Collection<String> ids, Bson needed) {
        var stored = new HashMap<String, BsonDocument>();
        if (!ids.isEmpty()) {
            documents
                    .find(in(Fields.ID, ids))
                    .projection(needed)
                    .forEach(d -> stored.put(d.getString(Fields.ID).getValue(), d));
        }
        return stored;
    }

    private static WriteModel<RawBsonDocument> write(String id, @Nullable BsonDocument current, RawBsonDocument next) {
        return current == null
                ? new InsertOneModel<>(next)
                : new ReplaceOneModel<>(and(eq(Fields.ID, id), eq(Fields.VERSION, current.get(Fields.VERSION))), next);
    }
}
