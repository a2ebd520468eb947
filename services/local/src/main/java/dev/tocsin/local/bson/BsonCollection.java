package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose stored documents never change: an update puts a changed copy in the place of the old one. The
 * backend would change the stored one itself, while the store's own thread may be writing it to the file, and while an
 * answer that contains it is on its way to a client.
 */
final class BsonCollection extends H2Collection {
    private final MVMap<Object, Document> documents;

    /** Guarded by this collection's monitor, which the backend holds for every command. */
    private boolean changing;

    BsonCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        return changing(() -> super.updateDocuments(selector, update, filters, multi, upsert, oplog));
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return changing(() -> super.findAndModify(query));
    }

    @Override
    protected QueryResult matchDocumentsFromStream(
            Document query,
            Stream<Document> documents,
            int skip,
            int limit,
            int batchSize,
            @Nullable Comparator<Document> order,
            @Nullable Document fields) {
        var matching =
                changing ? documents.filter(d -> documentMatchesQuery(d, query)).map(Document::cloneDeeply) : documents;
        return super.matchDocumentsFromStream(query, matching, skip, limit, batchSize, order, fields);
    }

    /** Under the form of its id that {@link IdIndex} is asked for: 1, 1L and 1.0 are one number. */
    @Override
    protected Object addDocumentInternal(Document document) {
        if (getIdField() == null) {
            return super.addDocumentInternal(document);
        }
        var id = Missing.ofNullable(
                new KeyValue(document.get(getIdField())).normalized().get(0));
        documents.put(id, document);
        return id;
    }

    /** Nobody asks how large a collection is, and to know it each document would be encoded once more. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    private Document changing(Supplier<Document> command) {
        changing = true;
        try {
            return command.get();
        } finally {
            changing = false;
        }
    }
}
