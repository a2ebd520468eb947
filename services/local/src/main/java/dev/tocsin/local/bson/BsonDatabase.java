package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose maps are typed. A map that is open already is handed out as it is, so opening each with its types
 * just before the backend asks for it, by the backend's own name for it, is all that it takes.
 */
final class BsonDatabase extends H2Database {
    private final MVStore store;

    BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
        // before super, which opens the collections that there are
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        return new BsonCollection(this, collection, options, documents(collection), meta(collection), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && "_id".equals(keys.getFirst().getKey())) {
            return new IdIndex(documents(collection), index, keys);
        }
        store.openMap(
                getFullCollectionNamespace(collection) + "._index_" + index,
                new MVMap.Builder<KeyValue, Object>().keyType(new KeyValueType()));
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    private MVMap<Object, Document> documents(String collection) {
        return store.openMap(
                "databases." + getFullCollectionNamespace(collection),
                new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    }

    private MVMap<String, Object> meta(String collection) {
        return store.openMap("meta." + getFullCollectionNamespace(collection));
    }
}
