package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of {@code _id}. The documents' own map is sorted by it already, so there is nothing to keep: the backend's
 * index would be a second tree that each insert writes to at another place.
 *
 * <p>It also answers where {@code _id} is one condition among others, as in a compare-and-set; the backend looks up only
 * what asks for exactly an index's fields, and walks through the collection for anything else.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {
    private static final String ID = "_id";
    private static final String AND = "$and";

    private final MVMap<Object, Document> documents;

    IdIndex(MVMap<Object, Document> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        var condition = condition(query);
        return condition != null && super.canHandle(new Document(ID, condition));
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        return super.getPositions(new Document(ID, condition(query)));
    }

    /** Nothing to do: the document is in its map. */
    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        throw new UnsupportedOperationException("documents are found by their own map");
    }

    /** Tells where it is; the collection takes it out. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        var position = Missing.ofNullable(key.get(0));
        return documents.containsKey(position) ? position : null;
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return documents.keySet().stream().map(id -> Map.entry(new KeyValue(id), id))::iterator;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    /** What a query asks of {@code _id}, at its top or in the conjunction at its top; null for nothing. */
    private static @Nullable Object condition(Document query) {
        if (query.containsKey(ID)) {
            return query.get(ID);
        }
        return query.get(AND) instanceof Collection<?> parts
                ? parts.stream()
                        .filter(part -> part instanceof Document d && d.get(ID) != null)
                        .map(part -> ((Document) part).get(ID))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
